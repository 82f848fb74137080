package dev.muster.sink.page;

import dev.muster.runtime.http.Problem;
import dev.muster.runtime.http.Problem.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in sentences why something that a person sent was not taken. */
final class Refusals {
  private static final Map<String, String> LABELS =
      Map.of(
          "reason", "Why it cannot pass yet",
          "risk", "What it may cost until then",
          "compensatingAction", "What is done instead",
          "expires", "Until",
          "service", "The service");

  private Refusals() {}

  static List<String> sentences(Problem problem) {
    return problem.errors().isEmpty()
        ? List.of(problem.detail())
        : problem.errors().stream().map(Refusals::sentence).toList();
  }

  private static String sentence(FieldError error) {
    return switch (error.field()) {
      case "by" -> "It takes " + error.expected() + ", and you are " + error.got() + '.';
      case "state" ->
          "It takes %s; this one is %s."
              .formatted(error.expected(), error.got().toLowerCase(Locale.ROOT).replace('_', ' '));
      default ->
          "%s: needs %s, got %s."
              .formatted(
                  LABELS.getOrDefault(error.field(), error.field()), error.expected(), error.got());
    };
  }
}
