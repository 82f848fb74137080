package dev.muster.core.gate.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A compiled {@code must}; safe to share between threads. */
public final class Must {
  private final String expression;
  private final CelRuntime.Program program;

  Must(String expression, CelRuntime.Program program) {
    this.expression = expression;
    this.program = program;
  }

  /** The text it was compiled from. */
  public String expression() {
    return expression;
  }

  /** Asks it of one event. */
  public Answer test(Facts facts) {
    SortedSet<String> absent = new TreeSet<>();
    CelVariableResolver variables = name -> find(facts, name, absent);
    try {
      Object holds = program.eval(variables);
      if (holds instanceof Boolean flag) {
        return flag ? new Answer.Holds() : new Answer.Fails();
      }
      // What depends on an absent name comes out as CEL's "unknown", never as true or false.
      return absent.isEmpty()
          ? new Answer.Broken("need true or false, got " + holds)
          : new Answer.Lacks(Collections.unmodifiableSortedSet(absent));
    } catch (CelEvaluationException e) {
      return new Answer.Broken(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Object> find(Facts facts, String name, SortedSet<String> absent) {
    Optional<?> value = facts.find(name);
    if (value.isEmpty()) {
      absent.add(name);
    }
    return value.map(Object.class::cast);
  }

  /** How asking ended. */
  public sealed interface Answer {
    /** The event satisfies it. */
    record Holds() implements Answer {}

    /** The event contradicts it. */
    record Fails() implements Answer {}

    /** The event, its dataset or its service does not say what is bounded: inconclusive. */
    record Lacks(SortedSet<String> names) implements Answer {}

    /** The rule itself failed: cannot judge. */
    record Broken(String why) implements Answer {}
  }
}
