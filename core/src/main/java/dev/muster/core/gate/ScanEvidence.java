package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A check was made, by a machine or a person.
 *
 * @param target what was looked at; absent means the source
 * @param values figures by name
 */
public record ScanEvidence(
    Origin origin,
    String check,
    @Nullable String target,
    Place place,
    Outcome outcome,
    Proof proof,
    Map<String, Double> values,
    Report report)
    implements Evidence {

  public ScanEvidence {
    values = Map.copyOf(values);
  }

  /** How it ended. */
  public enum Outcome {
    UNKNOWN,
    PASSED,
    FAILED,
    PARTIAL,
    INCONCLUSIVE,
    ERROR
  }

  /**
   * What was looked at; all absent means that it cannot be said (a review, a drill).
   *
   * @param ref branch or tag
   */
  public record Place(
      @Nullable String environment,
      @Nullable String ref,
      @Nullable String commit,
      @Nullable String imageDigest) {
    /** Nothing said. */
    public static final Place NOWHERE = new Place(null, null, null, null);

    /** Whether nothing is said. */
    public boolean unsaid() {
      return equals(NOWHERE);
    }
  }

  /**
   * Who says so and where it can be read.
   *
   * @param url or {@code sha256:} and its hash, where only that is known
   */
  public record Report(@Nullable String tool, @Nullable String url, @Nullable String attestedBy) {
    /** Nothing said. */
    public static final Report NONE = new Report(null, null, null);
  }

  /** What it looked at, never absent. */
  public String part() {
    return Objects.requireNonNullElse(target, origin.source());
  }

  /** Whose word it is; absent where a machine saw it, or nobody is named. */
  @Nullable String attester() {
    return proof == Proof.PERSON ? report.attestedBy() : null;
  }

  @Override
  public StreamKey stream() {
    return new StreamKey(EvidenceType.SCAN, check, part());
  }

  @Override
  public Object combination() {
    return List.of(
        outcome,
        proof,
        values.keySet(),
        report.url() != null,
        Objects.requireNonNullElse(place.environment(), ""),
        Objects.requireNonNullElse(place.ref(), ""));
  }
}
