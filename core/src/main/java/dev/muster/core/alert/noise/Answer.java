package dev.muster.core.alert.noise;

import java.time.Instant;
import java.util.Comparator;

/**
 * What was decided on a proposal.
 *
 * @param id unique within its source
 */
public record Answer(
    String source,
    String id,
    Instant time,
    Instant received,
    String rule,
    NoiseVerdict proposal,
    boolean accepted)
    implements Comparable<Answer> {
  private static final Comparator<Answer> BY_AGE =
      Comparator.comparing(Answer::time)
          .thenComparing(Answer::received)
          .thenComparing(Answer::source)
          .thenComparing(Answer::id);

  @Override
  public int compareTo(Answer other) {
    return BY_AGE.compare(this, other);
  }
}
