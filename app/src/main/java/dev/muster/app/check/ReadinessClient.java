package dev.muster.app.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.app.Exit;
import dev.muster.app.Unreachable;
import dev.muster.app.api.Refused;
import dev.muster.app.api.SinkApi;
import dev.muster.core.release.Outcome;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the sink's release gate. Whoever is not let in knows nothing: that is never a "no". */
record ReadinessClient(SinkApi api) {

  /** The answer for people; its first word is the outcome. */
  String text(String subject, String standard, @Nullable String level, @Nullable String at) {
    try {
      return api.text(path(subject, standard, level, at));
    } catch (Refused notAnswered) {
      throw new Unreachable(String.valueOf(notAnswered.getMessage()));
    }
  }

  /** The answer for programs. */
  JsonNode json(String subject, String standard, @Nullable String level) {
    return api.get(path(subject, standard, level, null));
  }

  private static String path(
      String subject, String standard, @Nullable String level, @Nullable String at) {
    return subject
        + "/readiness?standard="
        + SinkApi.encoded(standard)
        + (level == null ? "" : "&level=" + SinkApi.encoded(level))
        + (at == null ? "" : "&at=" + SinkApi.encoded(at));
  }

  /** What the answer means for a script. */
  static int exit(String text) {
    Outcome outcome =
        outcome(text)
            .orElseThrow(() -> new Unreachable("the sink answers, but not as Muster does"));
    return outcome.lets() ? Exit.OK : outcome == Outcome.CANNOT_TELL ? Exit.CANNOT_TELL : Exit.NO;
  }

  private static Optional<Outcome> outcome(String text) {
    String word = text.replaceFirst("(?s)[^A-Z_].*", "");
    return Arrays.stream(Outcome.values()).filter(each -> each.name().equals(word)).findFirst();
  }
}
