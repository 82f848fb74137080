package dev.muster.core.alert;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What people did about an alert, as far as anybody told.
 *
 * @param acknowledged when a person first did; absent: none did
 * @param acknowledgedAtAll by a person or a machine
 * @param actioned when it was first told that it was acted on; absent: it was not
 * @param seen whether a sign of work was seen in the tool
 * @param resolved when a person last resolved it; absent: none did
 * @param said the newest word on what it was; absent: nobody classified it
 */
public record Reaction(
    @Nullable Instant acknowledged,
    boolean acknowledgedAtAll,
    @Nullable Instant actioned,
    boolean seen,
    @Nullable Instant resolved,
    @Nullable Said said) {
  public static final Reaction NONE = new Reaction(null, false, null, false, null, null);

  /** A person's word on what an alert was. */
  public record Said(Instant time, Instant received, String id, String by, Classification what)
      implements Comparable<Said> {
    private static final Comparator<Said> BY_AGE =
        Comparator.comparing(Said::time).thenComparing(Said::received).thenComparing(Said::id);

    @Override
    public int compareTo(Said other) {
      return BY_AGE.compare(this, other);
    }
  }

  /** As one event tells it. */
  static Reaction of(AlertEvent event) {
    Instant time = event.origin().time();
    String by = event.word().by();
    boolean seen = event.word().action().isSeen();
    return switch (event.state()) {
      case ACKNOWLEDGED -> new Reaction(by == null ? null : time, true, null, seen, null, null);
      case ACTIONED -> new Reaction(null, false, time, seen, null, null);
      case RESOLVED -> new Reaction(null, false, null, seen, by == null ? null : time, null);
      case CLASSIFIED -> new Reaction(null, false, null, seen, null, said(event));
      default -> seen ? new Reaction(null, false, null, true, null, null) : NONE;
    };
  }

  private static @Nullable Said said(AlertEvent event) {
    Classification what = event.word().classification();
    String by = event.word().by();
    return what == null || what == Classification.UNKNOWN || by == null
        ? null
        : new Said(event.origin().time(), event.origin().received(), event.origin().id(), by, what);
  }

  /** Of both together. */
  public Reaction and(Reaction other) {
    return new Reaction(
        Extreme.least(acknowledged, other.acknowledged),
        acknowledgedAtAll || other.acknowledgedAtAll,
        Extreme.least(actioned, other.actioned),
        seen || other.seen,
        Extreme.greatest(resolved, other.resolved),
        Extreme.greatest(said, other.said));
  }

  /** Whether anybody is known to have touched it, a machine that acknowledges among them. */
  boolean isAny() {
    return acknowledgedAtAll || isAct();
  }

  /** Whether somebody worked on it, by what the tool shows. */
  boolean isAct() {
    return actioned != null || seen || isResolvedAfterAcknowledging();
  }

  private boolean isResolvedAfterAcknowledging() {
    return resolved != null && acknowledged != null && !acknowledged.isAfter(resolved);
  }
}
