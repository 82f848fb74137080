package dev.muster.core.slo;

import java.util.Map;

/** Why an SLO stands where it stands: a code, and what belongs into its sentence. */
public record BurnReason(Code code, Map<String, String> values) {
  /** What decides; the first that applies. */
  public enum Code {
    /** It is measured no more. */
    REMOVED,
    /** Its alert is open, in a gap of the samples. */
    FROZEN,
    /** Its alert is open. */
    BURNING,
    NEVER_SAMPLED,
    NO_DATA,
    NO_TRAFFIC,
    SPENT,
    AT_RISK,
    MEETING
  }

  public BurnReason {
    values = Map.copyOf(values);
  }
}
