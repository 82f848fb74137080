package dev.muster.core.scorecard;

import dev.muster.core.gate.Status;
import java.util.Collection;

/**
 * How much of a standard is done, in counts.
 *
 * @param apply gates that apply
 * @param passed of them
 * @param waived of them; never among the passed
 * @param onPersonsWord of the passed
 */
public record Score(int apply, int passed, int waived, int onPersonsWord) {
  public Score {
    if (passed < 0 || waived < 0 || passed + waived > apply) {
      throw new IllegalArgumentException(
          "need passed + waived <= apply, got " + passed + " + " + waived + " of " + apply);
    }
    if (onPersonsWord < 0 || onPersonsWord > passed) {
      throw new IllegalArgumentException(
          "need 0 <= onPersonsWord <= passed, got " + onPersonsWord + " of " + passed);
    }
  }

  /** One gate: its effective status, and whether it stands on a person's word. */
  public record Gate(Status effective, boolean onPersonsWord) {}

  /** Counts gates. */
  public static Score of(Collection<Gate> gates) {
    return new Score(
        count(gates, Status.NOT_APPLICABLE, true),
        (int) gates.stream().filter(gate -> gate.effective().holds()).count(),
        count(gates, Status.WAIVED, false),
        (int)
            gates.stream()
                .filter(gate -> gate.effective().holds() && gate.onPersonsWord())
                .count());
  }

  private static int count(Collection<Gate> gates, Status status, boolean without) {
    return (int) gates.stream().filter(gate -> (gate.effective() == status) != without).count();
  }
}
