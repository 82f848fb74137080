package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.EvidenceType;
import dev.muster.schemas.judgement.FoldedFinding;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what was found of each thing, once. */
final class Findings {
  private final List<FoldedFinding> all = new ArrayList<>();
  private final Map<Shown, Integer> entries = new HashMap<>();

  /** Those that a gate may stand on. */
  private final Map<Found, List<Integer>> places = new HashMap<>();

  private final Words words;
  private final FoldedReason reason;

  Findings(Words words) {
    this.words = words;
    this.reason = new FoldedReason(words);
  }

  /** What was found, and by which reason. */
  private record Found(
      GateStatus status, String reason, Map<String, String> values, @Nullable Instant expires) {}

  /** What an entry shows. */
  private record Shown(EvidenceType type, String name, @Nullable String target, Found found) {}

  List<FoldedFinding> all() {
    return all;
  }

  /** The place of what an entry shows. */
  int ofEntry(EntryScore entry) {
    Found found =
        new Found(
            entry.getStatus(), entry.getReason(), entry.getReasonValues(), entry.getExpires());
    Shown shown = new Shown(entry.getType(), entry.getName(), entry.getTarget(), found);
    return entries.computeIfAbsent(shown, this::add);
  }

  /** The place of what a gate stands on: what one of the entries shows, or a finding of its own. */
  int ofGate(GateScore gate) {
    Map<String, String> values = gate.getReasonValues();
    Found found = new Found(gate.getRaw(), gate.getReason(), values, gate.getExpires());
    for (int place : places.getOrDefault(found, List.of())) {
      Object known = all.get(place).getEvidenceId();
      if (known == null || known.equals(Ids.folded(gate.getEvidenceId()))) {
        return proven(place, gate.getEvidenceId());
      }
    }
    String name = values.getOrDefault("what", "");
    Shown shown = new Shown(EvidenceType.UNKNOWN, name, values.get("part"), found);
    return proven(add(shown), gate.getEvidenceId());
  }

  private int proven(int place, @Nullable String evidence) {
    all.get(place).put("evidenceId", Ids.folded(evidence));
    return place;
  }

  private int add(Shown shown) {
    Found found = shown.found();
    all.add(
        reason.put(
            FoldedFinding.newBuilder()
                .setType(shown.type())
                .setName(shown.name())
                .setTarget(words.place(shown.target()))
                .setStatus(found.status())
                .setExpires(found.expires()),
            found.reason(),
            found.values()));
    int place = all.size() - 1;
    places.computeIfAbsent(found, any -> new ArrayList<>()).add(place);
    return place;
  }
}
