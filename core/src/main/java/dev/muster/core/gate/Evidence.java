package dev.muster.core.gate;

import java.time.Instant;
import java.util.Comparator;

/** One event that may prove something. */
public sealed interface Evidence permits ScanEvidence, BackupEvidence, DeployEvidence {

  /** By event time; of two with one time the later received is newer. */
  Comparator<Evidence> BY_AGE =
      Comparator.comparing(Evidence::time)
          .thenComparing(Evidence::received)
          .thenComparingLong(evidence -> evidence.origin().position().offset())
          .thenComparing(evidence -> evidence.origin().source())
          .thenComparing(evidence -> evidence.origin().id());

  Origin origin();

  /** The stream it belongs to. */
  StreamKey stream();

  /** All that a rule can choose by; of two events with one combination the newer is enough. */
  Object combination();

  /** When it happened. */
  default Instant time() {
    return origin().time();
  }

  /** When Muster learned it. */
  default Instant received() {
    return origin().received();
  }

  /** From when on it acts: its own time, but never later than it was known. */
  default Instant acts() {
    return time().isAfter(received()) ? received() : time();
  }

  /** Whether it is the same event: a repeat changes nothing. */
  default boolean sameEvent(Evidence other) {
    return origin().id().equals(other.origin().id())
        && origin().source().equals(other.origin().source());
  }
}
