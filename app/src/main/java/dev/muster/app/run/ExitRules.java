package dev.muster.app.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an exit code means, written {@code 0=PASSED,3=PARTIAL,*=FAILED}.
 *
 * @param exact codes named one by one
 * @param otherwise the outcome of {@code *}; FAILED where none was written
 */
record ExitRules(Map<Integer, Outcome> exact, Outcome otherwise) {

  /** Zero is a pass, everything else a failure. */
  static final ExitRules PLAIN = parse("0=PASSED,*=FAILED");

  ExitRules {
    exact = Map.copyOf(exact);
  }

  static ExitRules parse(String text) {
    Map<Integer, Outcome> exact = new HashMap<>();
    Outcome otherwise = Outcome.FAILED;
    for (String rule : text.split(",", -1)) {
      String[] sides = rule.strip().split("=", -1);
      if (sides.length != 2 || !sides[0].matches("\\*|0|[1-9][0-9]{0,2}")) {
        throw new IllegalArgumentException(
            "need CODE=OUTCOME,…,*=OUTCOME with codes 0 to 255, got \"" + rule.strip() + '"');
      }
      Outcome outcome = outcome(sides[1]);
      if (sides[0].equals("*")) {
        otherwise = outcome;
      } else if (Integer.parseInt(sides[0]) > 255) {
        throw new IllegalArgumentException("need an exit code of 0 to 255, got " + sides[0]);
      } else {
        exact.put(Integer.parseInt(sides[0]), outcome);
      }
    }
    return new ExitRules(exact, otherwise);
  }

  Outcome of(int exitCode) {
    return exact.getOrDefault(exitCode, otherwise);
  }

  /** Every outcome these rules can give. */
  Set<Outcome> outcomes() {
    Collection<Outcome> named = exact.values();
    Set<Outcome> all = new HashSet<>(named);
    all.add(otherwise);
    return all;
  }

  private static Outcome outcome(String word) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.name().equals(word)) {
        return outcome;
      }
    }
    throw new IllegalArgumentException(
        "need PASSED, FAILED, PARTIAL, INCONCLUSIVE, ERROR or ABORTED, got \"" + word + '"');
  }
}
