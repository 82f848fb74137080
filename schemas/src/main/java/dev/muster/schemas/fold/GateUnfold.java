package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.Folded;
import dev.muster.schemas.judgement.FoldedEntry;
import dev.muster.schemas.judgement.FoldedFinding;
import dev.muster.schemas.judgement.FoldedGate;
import dev.muster.schemas.judgement.FoldedWaiver;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unfolds gates. What many say is one object to all of them. */
final class GateUnfold {
  private final List<FoldedFinding> findings;
  private final List<Map<String, String>> values;
  private final Words words;
  private final List<Instant> instants;

  GateUnfold(Folded folded) {
    this.findings = folded.getFindings();
    this.words = new Words(folded.getWords());
    this.instants = folded.getInstants();
    FoldedReason reason = new FoldedReason(words);
    this.values = findings.stream().map(reason::values).toList();
  }

  List<GateScore> unfold(List<FoldedGate> gates, List<String> levels) {
    List<GateScore> all = new ArrayList<>();
    String category = "";
    for (FoldedGate gate : gates) {
      category = gate.getCategory() == null ? category : gate.getCategory();
      all.add(unfold(gate, category, levels));
    }
    return all;
  }

  private GateScore unfold(FoldedGate gate, String category, List<String> levels) {
    FoldedFinding on = findings.get(gate.getStandsOn());
    FoldedWaiver waiver = gate.getWaiver();
    return GateScore.newBuilder()
        .setGate(words.at(gate.getWord(), gate.getGate()))
        .setCategory(category.isEmpty() ? null : category)
        .setLevel(gate.getLevel())
        .setRaw(on.getStatus())
        .setEffective(waiver == null ? on.getStatus() : GateStatus.WAIVED)
        .setReason(on.getReason().name())
        .setReasonValues(values.get(gate.getStandsOn()))
        .setSince(gate.getSinceAt() < 0 ? gate.getSince() : instants.get(gate.getSinceAt()))
        .setExpires(on.getExpires())
        .setEvidenceId(Ids.text(on.getEvidenceId()))
        .setProof(gate.getProof())
        .setWaiverId(waiver == null ? null : waiver.getId())
        .setWaiverExpires(waiver == null ? null : waiver.getExpires())
        .setEntries(entries(gate, levels))
        .build();
  }

  /** Those of the lowest level first, as gates list them. */
  private List<EntryScore> entries(FoldedGate gate, List<String> levels) {
    List<EntryScore> entries = new ArrayList<>();
    gate.getEntries().forEach(place -> entries.add(unfold(place, levels.get(0))));
    for (FoldedEntry entry : gate.getHigher()) {
      int level = entry.getLevel();
      entries.add(unfold(entry.getFinding(), level < 0 ? null : levels.get(level)));
    }
    return entries;
  }

  private EntryScore unfold(int place, @Nullable String level) {
    FoldedFinding finding = findings.get(place);
    return EntryScore.newBuilder()
        .setType(finding.getType())
        .setName(words.at(finding.getWord(), finding.getName()))
        .setTarget(words.at(finding.getTarget()))
        .setLevel(level)
        .setStatus(finding.getStatus())
        .setReason(finding.getReason().name())
        .setReasonValues(values.get(place))
        .setExpires(finding.getExpires())
        .build();
  }
}
