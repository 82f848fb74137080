package dev.muster.ingest.catalogue;

import java.util.Optional;

/** Whether a well-formed fact has a place. */
public sealed interface Placement {

  /**
   * It goes to its topic.
   *
   * @param hint a sentence for the sender, where it will probably prove nothing
   */
  record Placed(Optional<String> hint) implements Placement {}

  /**
   * It waits among the dead letters.
   *
   * @param detail one sentence for the sender
   * @param didYouMean a known name that is nearly the one given
   */
  record Parked(Reason reason, String detail, Optional<String> didYouMean) implements Placement {}

  /** Why it has none. */
  enum Reason {
    UNKNOWN_SERVICE("unknown-service", true),
    UNKNOWN_SLO("unknown-slo", true),
    NO_SERVICE("no-service", false),
    TIME_AHEAD("time-ahead", false),
    TIME_TOO_OLD("time-too-old", false);

    private final String code;
    private final boolean mayEnd;

    Reason(String code, boolean mayEnd) {
      this.code = code;
      this.mayEnd = mayEnd;
    }

    /** As in headers, answers and tags. */
    public String code() {
      return code;
    }

    /** Whether a catalogue entry can give it a place later. */
    public boolean mayEnd() {
      return mayEnd;
    }

    /** Whether {@code code} is of one that may end. */
    public static boolean mayEnd(String code) {
      for (Reason reason : values()) {
        if (reason.code.equals(code)) {
          return reason.mayEnd;
        }
      }
      return false;
    }
  }
}
