package dev.muster.app.word;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.app.api.Refused;
import dev.muster.core.catalogue.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A check as a person is asked it: {@code GET /api/v1/checks/…?service=…}. */
record AskedCheck(JsonNode json) {

  String question() {
    return json.path("question").asText();
  }

  /** Whom the answer counts for. */
  String subject() {
    return json.path("subject").asText();
  }

  List<String> statements() {
    List<String> statements = new ArrayList<>();
    json.path("statements").forEach(each -> statements.add(each.asText()));
    return statements;
  }

  /**
   * Says no before anybody has answered anything.
   *
   * @param given names of the values that are told
   */
  void refuse(String service, Collection<String> given, boolean reported) {
    String id = json.path("id").asText();
    if (json.path("proof").asText().equals("machine")) {
      throw Refused.because(
          "%s is for a machine to prove, nobody's word counts; 'muster explain %s' names the command that proves it"
              .formatted(id, service));
    }
    for (String name : given) {
      if (!values().containsKey(name)) {
        throw Refused.because("%s has no value %s; %s".formatted(id, name, instead(name)));
      }
    }
    if (json.path("reportNeeded").asBoolean() && !reported) {
      throw Refused.because(id + " needs a report; say where it is with --report URL|FILE");
    }
  }

  private String instead(String name) {
    if (values().isEmpty()) {
      return "it has none";
    }
    return DidYouMean.nearest(name, values().keySet())
        .map(near -> "did you mean " + near + "?")
        .orElse("it has " + String.join(", ", values().keySet()));
  }

  /** What a gate may ask for, and nobody has told. */
  List<String> notes(Collection<String> given) {
    return values().entrySet().stream()
        .filter(value -> !given.contains(value.getKey()))
        .map(
            value ->
                "note: no %s (%s) is given; a gate with a bound on it will not count this word"
                    .formatted(value.getKey(), value.getValue()))
        .toList();
  }

  /** Units by names. */
  private Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    json.path("values")
        .properties()
        .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
    return values;
  }
}
