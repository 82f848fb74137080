package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.EvidenceType;
import dev.muster.schemas.judgement.FoldedFinding;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what was found of each thing, once. */
final class Findings {
  private final List<FoldedFinding> all = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<Turn, List<Integer>> byTurn = new HashMap<>();
  private final Words words;

  Findings(Words words) {
    this.words = words;
  }

  /** What was found, and by which reason. */
  record Found(
      GateStatus status, String reason, Map<String, String> values, @Nullable Instant expires) {

    Turn turn() {
      return new Turn(status, values.get("what"), expires);
    }
  }

  /** What is quickly compared of it: the rest of a reason's values is not. */
  private record Turn(GateStatus status, @Nullable String what, @Nullable Instant expires) {}

  /** What an entry shows. */
  record Shown(EvidenceType type, String name, @Nullable String target, Found found) {}

  List<FoldedFinding> all() {
    return all;
  }

  /** The place of what an entry shows. */
  int ofEntry(EntryScore entry) {
    Shown shows =
        new Shown(
            entry.getType(),
            entry.getName(),
            entry.getTarget(),
            new Found(
                entry.getStatus(), entry.getReason(), entry.getReasonValues(), entry.getExpires()));
    for (int place : byName.getOrDefault(shows.name(), List.of())) {
      if (shown.get(place).equals(shows)) {
        return place;
      }
    }
    int place = add(shows);
    byName.computeIfAbsent(shows.name(), any -> new ArrayList<>()).add(place);
    return place;
  }

  /** The place of what a gate stands on: what one of the entries shows, or a finding of its own. */
  int ofGate(GateScore gate) {
    Map<String, String> values = gate.getReasonValues();
    Found found = new Found(gate.getRaw(), gate.getReason(), values, gate.getExpires());
    Object evidence = Ids.folded(gate.getEvidenceId());
    for (int place : byTurn.getOrDefault(found.turn(), List.of())) {
      Object known = all.get(place).getEvidenceId();
      if ((known == null || known.equals(evidence)) && shown.get(place).found().equals(found)) {
        return proven(place, evidence);
      }
    }
    String name = values.getOrDefault("what", "");
    return proven(add(new Shown(EvidenceType.UNKNOWN, name, values.get("part"), found)), evidence);
  }

  private int proven(int place, @Nullable Object evidence) {
    all.get(place).put("evidenceId", evidence);
    return place;
  }

  private int add(Shown shows) {
    Found found = shows.found();
    int place = all.size();
    all.add(
        FoldedFinding.newBuilder()
            .setType(shows.type())
            .setName("")
            .setWord(words.place(shows.name().isEmpty() ? null : shows.name()))
            .setTarget(words.place(shows.target()))
            .setStatus(found.status())
            .setReason(ReasonCode.valueOf(found.reason()))
            .setBy(words.place(found.values().get("by")))
            .setTime(FoldedReason.time(found.values()))
            .setExpires(found.expires())
            .setReasonValues(FoldedReason.others(shows))
            .setEvidenceId(null)
            .build());
    shown.add(shows);
    byTurn.computeIfAbsent(found.turn(), any -> new ArrayList<>()).add(place);
    return place;
  }
}
