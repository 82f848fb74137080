package dev.muster.streams.gate;

import dev.muster.core.gate.Evidence;
import dev.muster.core.gate.Finding;
import dev.muster.core.gate.GateStanding;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Status;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.GateStatus;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Standings of gates as records. The names of the enums are the same on both sides. */
public final class GateJudgements {
  private GateJudgements() {}

  /**
   * One standing.
   *
   * @param level the service is held to
   */
  public static GateJudgement of(String service, String level, GateStanding standing) {
    Finding finding = standing.finding();
    return GateJudgement.newBuilder()
        .setService(service)
        .setStandard(standing.id().standard())
        .setGate(standing.id().gate())
        .setLevel(level)
        .setSince(standing.since())
        .setRevision(Math.toIntExact(standing.mark().revision()))
        .setRaw(status(standing.raw()))
        .setEffective(status(standing.effective()))
        .setReason(finding.reason().code().name())
        // In order, so that the bytes are the same whichever process says it.
        .setReasonValues(new TreeMap<>(finding.reason().values()))
        .setExpires(finding.expires())
        .setEvidence(evidence(finding.evidence()))
        .setWaiverId(standing.waived() == null ? null : standing.waived().id())
        .setProof(Proof.valueOf(standing.proof().name()))
        .setConnected(standing.connected())
        .setDefinition(standing.mark().ruleHash())
        .setSpoken(standing.spoken())
        .build();
  }

  /** What a re-run reproduces, and readers upsert by. */
  public static String identity(GateJudgement judgement) {
    return String.join(
        "|",
        judgement.getService(),
        judgement.getStandard() + '/' + judgement.getGate(),
        judgement.getSince().toString(),
        Integer.toString(judgement.getRevision()));
  }

  public static GateStatus status(Status status) {
    return GateStatus.valueOf(status.name());
  }

  private static dev.muster.schemas.judgement.@Nullable Evidence evidence(
      @Nullable Evidence event) {
    if (event == null) {
      return null;
    }
    Origin origin = event.origin();
    return dev.muster.schemas.judgement.Evidence.newBuilder()
        .setTopic(origin.position().topic())
        .setPartition(origin.position().partition())
        .setOffset(origin.position().offset())
        .setSource(origin.source())
        .setId(origin.id())
        .setTime(origin.time())
        .build();
  }
}
