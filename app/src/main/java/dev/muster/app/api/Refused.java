package dev.muster.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What was asked for is understood, and the answer is no; the message has a line for each thing
 * that was wrong.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Refused(String sentences) {
    super(sentences);
  }

  /** No without asking, in a sentence that says what to do. */
  public static Refused because(String sentence) {
    return new Refused(sentence);
  }

  static Refused of(String detail, JsonNode problem) {
    String errors =
        StreamSupport.stream(problem.path("errors").spliterator(), false)
            .map(
                error ->
                    "\n  %s: need %s, got %s"
                        .formatted(
                            error.path("field").asText(),
                            error.path("expected").asText(),
                            error.path("got").asText()))
            .collect(Collectors.joining());
    return new Refused((detail + errors).replaceAll("[\\p{Cntrl}&&[^\n]]", " "));
  }
}
