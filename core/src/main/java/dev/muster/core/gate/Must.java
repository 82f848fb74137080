package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** A rule on one event, compiled; safe to share between threads. */
public interface Must {

  /** The text it was compiled from. */
  String expression();

  /** Asks it of one event. */
  Answer test(Facts facts);

  /** How asking ended. */
  sealed interface Answer {
    /** The event satisfies it. */
    record Holds() implements Answer {}

    /** The event contradicts it. */
    record Fails() implements Answer {}

    /** The event, the dataset or the service does not say what is bounded: inconclusive. */
    record Lacks(SortedSet<String> names) implements Answer {}

    /** The rule itself failed: cannot judge. */
    record Broken(String why) implements Answer {}
  }

  /** Turns text into rules. */
  @FunctionalInterface
  interface Compiler {
    /**
     * Compiles text over events of a type.
     *
     * @throws IllegalArgumentException where it is not valid
     */
    Must compile(String expression, EvidenceType event);

    /** One that compiles each text once, however many services and standards use it. */
    static Compiler once(Compiler compiler) {
      record Text(String expression, EvidenceType event) {}
      Map<Text, Must> compiled = new HashMap<>();
      return (expression, event) ->
          compiled.computeIfAbsent(
              new Text(expression, event), text -> compiler.compile(expression, event));
    }
  }
}
