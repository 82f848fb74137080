package dev.muster.ingest.collector;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.ingest.fact.FieldErrors;
import java.io.IOException;
import java.util.Optional;

/** JSON as it comes in: one value, no name twice. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Empty after adding to {@code errors} where it breaks, never what stands there. */
  public static Optional<JsonNode> parse(byte[] body, String path, FieldErrors errors) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node != null && !node.isMissingNode()) {
        return Optional.of(node);
      }
      errors.add(path, "JSON", "nothing");
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      errors.add(
          path,
          "JSON",
          at == null
              ? "something else"
              : "something else at line " + at.getLineNr() + ", column " + at.getColumnNr());
    } catch (IOException e) {
      errors.add(path, "JSON", "something else");
    }
    return Optional.empty();
  }
}
