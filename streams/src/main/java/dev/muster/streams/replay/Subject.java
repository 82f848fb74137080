package dev.muster.streams.replay;

import java.util.Comparator;

/**
 * What a judgement is of.
 *
 * @param name of the SLO, or the gate with its standard
 */
public record Subject(String service, String name) implements Comparable<Subject> {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::service).thenComparing(Subject::name);

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
