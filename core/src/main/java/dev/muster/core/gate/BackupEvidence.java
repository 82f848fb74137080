package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Data was saved, copied, brought back or verified. */
public record BackupEvidence(
    Origin origin,
    String dataset,
    @Nullable String target,
    Operation operation,
    Outcome outcome,
    Scope scope,
    VerifiedBy verifiedBy,
    Figures figures)
    implements Evidence {

  /** What was done. */
  public enum Operation {
    UNKNOWN,
    BACKUP,
    COPY,
    RESTORE,
    VERIFY
  }

  /** How it ended. */
  public enum Outcome {
    UNKNOWN,
    SUCCEEDED,
    FAILED,
    PARTIAL,
    INCONCLUSIVE,
    ERROR
  }

  /** How much of the dataset. */
  public enum Scope {
    UNKNOWN,
    FULL,
    PART
  }

  /** How it is known that what came back is right. */
  public enum VerifiedBy {
    UNKNOWN,
    NONE,
    CHECKSUM,
    QUERY,
    APPLICATION_BOOTED
  }

  /**
   * What it says of itself.
   *
   * @param recoveryPoint the instant of the data saved or brought back
   * @param oldestKept when the oldest backup still kept was made
   */
  public record Figures(
      @Nullable Long bytes,
      @Nullable Duration duration,
      @Nullable Instant recoveryPoint,
      @Nullable Boolean encrypted,
      @Nullable String region,
      @Nullable Instant oldestKept) {
    /** Nothing said. */
    public static final Figures NONE = new Figures(null, null, null, null, null, null);
  }

  /** Whether a success of this kind proves anything: whole, and a restore verified too. */
  public boolean counts() {
    boolean whole = operation == Operation.RESTORE ? scope == Scope.FULL : scope != Scope.PART;
    boolean verified =
        operation != Operation.RESTORE
            || (verifiedBy != VerifiedBy.NONE && verifiedBy != VerifiedBy.UNKNOWN);
    return whole && verified;
  }

  @Override
  public StreamKey stream() {
    return new StreamKey(EvidenceType.BACKUP, operation.name(), dataset);
  }

  @Override
  public Object combination() {
    return List.of(
        outcome,
        scope,
        verifiedBy,
        Optional.ofNullable(target),
        Optional.ofNullable(figures.region()),
        Optional.ofNullable(figures.encrypted()),
        figures.duration() != null,
        figures.recoveryPoint() != null,
        figures.oldestKept() != null);
  }
}
