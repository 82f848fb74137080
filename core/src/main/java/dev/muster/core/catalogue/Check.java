package dev.muster.core.catalogue;

import java.util.List;
import java.util.Map;

/**
 * One thing that can be asked of a service, and how it is answered.
 *
 * @param question in a sentence
 * @param values names the answer carries, each with its unit
 * @param proof whether a person's word can answer it
 * @param statements what a person must answer one by one
 * @param producers which collector makes it, by which rule
 * @param recipe shell lines that make it
 */
public record Check(
    String id,
    String question,
    Map<String, String> values,
    Proof proof,
    Requirement.Scope scope,
    boolean reportNeeded,
    List<String> statements,
    List<String> producers,
    String recipe) {
  public Check {
    Names.requireId("check", id);
    values = Map.copyOf(values);
    statements = List.copyOf(statements);
    producers = List.copyOf(producers);
  }

  /** What answers it. */
  public enum Proof {
    MACHINE,
    PERSON
  }
}
