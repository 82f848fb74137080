package dev.muster.app.check;

import dev.muster.app.check.Card.ByGate;
import dev.muster.app.check.Card.ByStandard;
import dev.muster.app.check.Card.Open;
import dev.muster.core.gate.Status;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one check would change for a service.
 *
 * @param alone gates that would pass by it alone
 * @param gates those that it is one of the missing proofs of
 */
record Lights(int alone, int gates) {

  static Lights of(String check, Card card) {
    int alone = 0;
    int gates = 0;
    for (ByStandard standard : card.standards()) {
      for (ByGate gate : standard.gates()) {
        List<Open> open =
            gate.open().stream().filter(one -> isOpen(one) && isAsked(one, standard)).toList();
        boolean named = open.stream().anyMatch(one -> alternatives(one).anyMatch(check::equals));
        if (named && Explanation.isOpen(gate)) {
          gates++;
          boolean enough = open.stream().allMatch(one -> alternatives(one).anyMatch(check::equals));
          alone += enough ? 1 : 0;
        }
      }
    }
    return new Lights(alone, gates);
  }

  private static boolean isOpen(Open entry) {
    return entry.status() != Status.PASS && entry.status() != Status.NOT_APPLICABLE;
  }

  /** An entry of a level above the service's is shown, and not asked. */
  private static boolean isAsked(Open entry, ByStandard standard) {
    List<String> levels = List.copyOf(standard.levels().keySet());
    return entry
        .level()
        .map(level -> levels.indexOf(level) <= levels.indexOf(standard.level()))
        .orElse(true);
  }

  /** One of them is enough. */
  private static Stream<String> alternatives(Open entry) {
    return Stream.of(entry.name().split(" or |, "));
  }
}
