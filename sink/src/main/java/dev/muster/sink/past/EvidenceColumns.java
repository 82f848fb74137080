package dev.muster.sink.past;

import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.schemas.judgement.GateJudgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of the evidence, a public form: added, never renamed, moved or removed. */
final class EvidenceColumns {
  /** In their order. */
  static final List<String> NAMES =
      List.of(
          "service",
          "standard",
          "gate",
          "level",
          "raw",
          "effective",
          "from",
          "to",
          "since",
          "spoken",
          "expires",
          "reason",
          "sentence",
          "evidence_id",
          "evidence_source",
          "evidence_time",
          "evidence_topic",
          "evidence_partition",
          "evidence_offset",
          "evidence_record",
          "proof",
          "attested_by",
          "report_url",
          "report_sha256",
          "waiver",
          "waiver_approver",
          "waiver_expires",
          "definition",
          "standard_hash");

  private EvidenceColumns() {}

  /** By name, in their order; empty where nothing is known. */
  static Map<String, String> of(EvidenceRow row) {
    GateJudgement judgement = row.judgement();
    Optional<Evidence> evidence = Optional.ofNullable(judgement.getEvidence());
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("service", judgement.getService());
    columns.put("standard", judgement.getStandard());
    columns.put("gate", judgement.getGate());
    columns.put("level", judgement.getLevel());
    columns.put("raw", judgement.getRaw().name());
    columns.put("effective", judgement.getEffective().name());
    columns.put("from", row.from().toString());
    columns.put("to", text(row.to()));
    columns.put("since", judgement.getSince().toString());
    columns.put("spoken", judgement.getSpoken().toString());
    columns.put("expires", text(Optional.ofNullable(judgement.getExpires())));
    columns.put("reason", judgement.getReason());
    columns.put("sentence", Judgements.sentence(judgement));
    columns.put("evidence_id", text(evidence.map(Evidence::getId)));
    columns.put("evidence_source", text(evidence.map(Evidence::getSource)));
    columns.put("evidence_time", text(evidence.map(Evidence::getTime)));
    columns.put("evidence_topic", text(evidence.map(Evidence::getTopic)));
    columns.put("evidence_partition", text(evidence.map(Evidence::getPartition)));
    columns.put("evidence_offset", text(evidence.map(Evidence::getOffset)));
    columns.put("evidence_record", row.event().found().name());
    Proof proof = judgement.getProof();
    columns.put("proof", proof == Proof.UNKNOWN ? "" : proof.name());
    columns.put("attested_by", row.event().who());
    columns.put("report_url", row.event().reportUrl());
    columns.put("report_sha256", row.event().reportSha256());
    columns.put("waiver", text(Optional.ofNullable(judgement.getWaiverId())));
    columns.put("waiver_approver", row.approval().approver());
    columns.put("waiver_expires", text(row.approval().expires()));
    columns.put("definition", judgement.getDefinition());
    columns.put("standard_hash", row.standardHash());
    return columns;
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
