package dev.muster.core.catalogue.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** JSON of which there is one form only: fields sorted, nothing absent or empty written. */
final class CanonicalJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final SortedMap<String, Object> fields = new TreeMap<>();

  /** Adds a field, unless there is nothing in it. */
  CanonicalJson with(String name, @Nullable Object value) {
    if (value != null
        && !(value instanceof Collection<?> list && list.isEmpty())
        && !(value instanceof Map<?, ?> map && map.isEmpty())) {
      fields.put(name, value);
    }
    return this;
  }

  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, fields);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return text.toString();
  }

  /** Sets are sorted, lists keep their order; numbers without needless zeros. */
  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof CanonicalJson nested) {
      write(json, nested.fields);
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : new TreeMap<Object, Object>(map).entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> items) {
      json.writeStartArray();
      for (Object item : items instanceof java.util.Set<?> ? new TreeSet<Object>(items) : items) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Double number) {
      json.writeNumber(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(value.toString());
    } else {
      json.writeString(value.toString());
    }
  }
}
