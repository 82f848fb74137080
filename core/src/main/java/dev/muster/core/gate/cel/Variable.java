package dev.muster.core.gate.cel;

import static dev.muster.core.catalogue.Requirement.EvidenceType.BACKUP;
import static dev.muster.core.catalogue.Requirement.EvidenceType.DEPLOY;
import static dev.muster.core.catalogue.Requirement.EvidenceType.SCAN;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The closed list of names a {@code must} may use, beside {@code values.<name>}, which are numbers.
 * All numbers are doubles.
 */
public enum Variable {
  /** When it happened. */
  TIME("time", SimpleType.TIMESTAMP, SCAN, BACKUP, DEPLOY),
  OUTCOME("outcome", SimpleType.STRING, SCAN, BACKUP, DEPLOY),
  /** As the tool names it. */
  ENVIRONMENT("environment", SimpleType.STRING, SCAN, DEPLOY),
  TARGET("target", SimpleType.STRING, SCAN, BACKUP),
  CHECK("check", SimpleType.STRING, SCAN),
  REF("ref", SimpleType.STRING, SCAN),
  COMMIT("commit", SimpleType.STRING, SCAN, DEPLOY),
  TOOL("tool", SimpleType.STRING, SCAN),
  /** Where the report lies. */
  REPORT("report", SimpleType.STRING, SCAN),
  /** MACHINE or PERSON. */
  PROOF("proof", SimpleType.STRING, SCAN),
  OPERATION("operation", SimpleType.STRING, BACKUP),
  SCOPE("scope", SimpleType.STRING, BACKUP),
  VERIFIED_BY("verifiedBy", SimpleType.STRING, BACKUP),
  REGION("region", SimpleType.STRING, BACKUP),
  BYTES("bytes", SimpleType.DOUBLE, BACKUP),
  ENCRYPTED("encrypted", SimpleType.BOOL, BACKUP),
  /** The instant of the data that was saved or brought back. */
  RECOVERY_POINT("recoveryPoint", SimpleType.TIMESTAMP, BACKUP),
  /** When the oldest backup still kept was made. */
  OLDEST_KEPT("oldestKept", SimpleType.TIMESTAMP, BACKUP),
  /** How long it took. */
  DURATION("duration", SimpleType.DURATION, BACKUP, DEPLOY),
  TRIGGER("trigger", SimpleType.STRING, DEPLOY),
  /** The event's own, else the service's {@code deploy.strategy}. */
  STRATEGY("strategy", SimpleType.STRING, DEPLOY),
  VERSION("version", SimpleType.STRING, DEPLOY),
  /** Whether the same commit succeeded in staging before. */
  STAGED_FIRST("stagedFirst", SimpleType.BOOL, DEPLOY),
  DATASET_NAME("dataset.name", SimpleType.STRING, SCAN, BACKUP),
  DATASET_RPO("dataset.rpo", SimpleType.DURATION, SCAN, BACKUP),
  DATASET_RTO("dataset.rto", SimpleType.DURATION, SCAN, BACKUP),
  DATASET_REGION("dataset.region", SimpleType.STRING, SCAN, BACKUP),
  DATASET_RETENTION("dataset.retention", SimpleType.DURATION, SCAN, BACKUP),
  SERVICE_NAME("service.name", SimpleType.STRING, SCAN, BACKUP, DEPLOY),
  SERVICE_TIER("service.tier", SimpleType.DOUBLE, SCAN, BACKUP, DEPLOY),
  SERVICE_PEAK_PER_SECOND("service.peakPerSecond", SimpleType.DOUBLE, SCAN, BACKUP, DEPLOY);

  /** Stands before the name of a value a check reports. */
  public static final String VALUES = "values.";

  private final String word;
  private final CelType type;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<EvidenceType> events;

  Variable(String word, CelType type, EvidenceType... events) {
    this.word = word;
    this.type = type;
    this.events = Set.of(events);
  }

  /** As written in a {@code must}. */
  public String word() {
    return word;
  }

  CelType type() {
    return type;
  }

  /** Those that events of a type have. */
  public static List<Variable> of(EvidenceType event) {
    return Arrays.stream(values()).filter(variable -> variable.events.contains(event)).toList();
  }
}
