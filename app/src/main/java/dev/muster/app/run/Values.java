package dev.muster.app.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Measured numbers by name, each kept as it was written. */
record Values(Map<String, String> byName) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  static final Values NONE = new Values(Map.of());

  Values {
    byName.forEach(Values::check);
    byName = Map.copyOf(byName);
  }

  /** {@code name=number}. */
  static Values of(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("need name=number, got \"" + pair.strip() + '"');
    }
    return new Values(
        Map.of(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip()));
  }

  /** A JSON object of numbers, or lines {@code name=number}; empty lines and {@code #} pass. */
  static Values read(String text) {
    if (text.stripLeading().startsWith("{")) {
      return json(text);
    }
    Values all = NONE;
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        all = all.and(of(line));
      }
    }
    return all;
  }

  /** Those of {@code over} win. */
  Values and(Values over) {
    Map<String, String> all = new TreeMap<>(byName);
    all.putAll(over.byName);
    return new Values(all);
  }

  private static Values json(String text) {
    Map<String, String> all = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonNode> field : JSON.readTree(text).properties()) {
        if (!field.getValue().isNumber()) {
          throw new IllegalArgumentException(
              "need a number for \""
                  + field.getKey()
                  + "\", got "
                  + field.getValue().getNodeType());
        }
        all.put(field.getKey(), field.getValue().asText());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("need a JSON object of numbers", e);
    }
    return new Values(all);
  }

  private static void check(String name, String number) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("need a name of letters and digits, got \"" + name + '"');
    }
    if (!NUMBER.matcher(number).matches() || !Double.isFinite(Double.parseDouble(number))) {
      throw new IllegalArgumentException(
          "need a number like 42 or 0.5 for \"" + name + "\", got \"" + number + '"');
    }
  }
}
