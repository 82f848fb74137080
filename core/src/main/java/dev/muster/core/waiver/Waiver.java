package dev.muster.core.waiver;

import dev.muster.core.waiver.WaiverStep.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exception to one gate, after all its steps.
 *
 * @param asked when it was asked for
 * @param decidedBy who approved or rejected it, absent while it waits
 * @param decided when that was
 * @param revokedBy who took it back, absent while nobody did
 * @param revoked when that was
 */
public record Waiver(
    String id,
    Terms terms,
    Instant asked,
    boolean approved,
    @Nullable String decidedBy,
    @Nullable Instant decided,
    @Nullable String revokedBy,
    @Nullable Instant revoked) {

  /** The longest force. */
  public static final Duration LONGEST = Duration.ofDays(180);

  /** Where it stands. */
  public enum State {
    /** Waits for somebody who may approve it. */
    PROPOSED,
    /** Approved, and its time has not come. */
    APPROVED,
    /** Counts now. */
    IN_FORCE,
    /** Its time is over; also of one that nobody answered. */
    ENDED,
    /** Somebody who may approve it said no. */
    REJECTED,
    /** Taken back. */
    REVOKED
  }

  /** A span of time, {@code [from, to)}. */
  public record Span(Instant from, Instant to) {
    boolean holds(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }

  static Waiver asked(WaiverStep step) {
    return new Waiver(step.waiverId(), step.terms(), step.time(), false, null, null, null, null);
  }

  Waiver decided(WaiverStep step) {
    boolean yes = step.kind() == WaiverStep.Kind.APPROVED;
    return new Waiver(id, terms, asked, yes, step.by(), step.time(), null, null);
  }

  Waiver revoked(WaiverStep step) {
    return new Waiver(id, terms, asked, approved, decidedBy, decided, step.by(), step.time());
  }

  /**
   * When it counts: from its start, but never before it was approved, to its end or until it was
   * taken back. Empty where it never does.
   */
  public Optional<Span> force() {
    if (!approved || decided == null) {
      return Optional.empty();
    }
    Instant from = later(terms.starts(), decided);
    Instant to = revoked == null || revoked.isAfter(terms.expires()) ? terms.expires() : revoked;
    return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  /** Where it stands at an instant. */
  public State at(Instant instant) {
    if (revoked != null && !instant.isBefore(revoked)) {
      return State.REVOKED;
    } else if (decided != null && !approved && !instant.isBefore(decided)) {
      return State.REJECTED;
    } else if (!instant.isBefore(terms.expires())) {
      return State.ENDED;
    } else if (!approved || decided == null || instant.isBefore(decided)) {
      return State.PROPOSED;
    }
    return instant.isBefore(terms.starts()) ? State.APPROVED : State.IN_FORCE;
  }

  /** When it last changed. */
  Instant lastStep() {
    Instant last = decided == null ? asked : later(asked, decided);
    return revoked == null ? last : later(last, revoked);
  }

  /** Whether it counts, or may come to. */
  public boolean isOpen(Instant instant) {
    return switch (at(instant)) {
      case PROPOSED, APPROVED, IN_FORCE -> true;
      case ENDED, REJECTED, REVOKED -> false;
    };
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
