package dev.muster.core.gate.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.muster.core.gate.Facts;
import dev.muster.core.gate.Must;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A {@code must} in CEL. */
record CelMust(String expression, CelRuntime.Program program) implements Must {

  @Override
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
}
