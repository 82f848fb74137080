package dev.muster.core.release;

import dev.muster.core.Sha256;
import dev.muster.core.release.Scored.Gate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person signs when they say that something may go: where every gate stood, in a text that
 * can be made again from the judgements of that instant. Its hash is what is kept.
 *
 * @param subject a service, or {@code system/…}
 */
public record Statement(String subject, String standard, Readiness readiness) {

  /** Lines, each ended by a line feed; services by name, gates in the standard's order. */
  public String text() {
    StringBuilder text = new StringBuilder("muster sign-off 1\nsubject %s\n".formatted(subject));
    for (ServiceReadiness each : readiness.services()) {
      Scored scored = each.scored();
      text.append(
          "service %s standard %s level %s definition %s %s\n"
              .formatted(
                  scored.service(), standard, each.level(), scored.definition(), each.verdict()));
      scored.gates().forEach(gate -> text.append(line(gate)));
    }
    return text.toString();
  }

  /** SHA-256 of the text, in hex. */
  public String hash() {
    return Sha256.hex(text());
  }

  private static String line(Gate gate) {
    return "gate %s %s since %s evidence %s waiver %s\n"
        .formatted(
            gate.gate(),
            gate.effective(),
            gate.since(),
            orNone(gate.evidence()),
            orNone(gate.waiver()));
  }

  private static String orNone(@Nullable String id) {
    return Objects.requireNonNullElse(id, "-");
  }
}
