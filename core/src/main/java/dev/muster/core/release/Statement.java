package dev.muster.core.release;

import dev.muster.core.Sha256;
import dev.muster.core.gate.Status;
import dev.muster.core.release.Scored.Gate;
import java.util.Objects;

/**
 * What a person signs when they say that something may go: where every gate stood, in a text that
 * can be made again from the judgements of that instant. Its hash is what is kept. It says what
 * holds and by which rules, not on which event: a renewed proof changes nothing that was signed.
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
    Status status = gate.effective().holds() ? Status.PASS : gate.effective();
    return "gate %s %s waiver %s\n"
        .formatted(gate.gate(), status, Objects.requireNonNullElse(gate.waiver(), "-"));
  }
}
