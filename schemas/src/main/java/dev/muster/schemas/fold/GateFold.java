package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.FoldedEntry;
import dev.muster.schemas.judgement.FoldedGate;
import dev.muster.schemas.judgement.FoldedWaiver;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds gates: what was found is called by its place.
 *
 * @param findings told of all entries before
 * @param instants since when gates stand so, in the order of their places
 */
record GateFold(Findings findings, Words words, List<Instant> instants) {

  List<FoldedGate> fold(List<GateScore> gates, List<String> levels) {
    List<FoldedGate> folded = new ArrayList<>(gates.size());
    String before = "";
    for (GateScore gate : gates) {
      String category = gate.getCategory() == null ? "" : gate.getCategory();
      FoldedGate one = fold(gate);
      one.put("category", category.equals(before) ? null : category);
      for (EntryScore entry : gate.getEntries()) {
        if (levels.get(0).equals(entry.getLevel())) {
          one.getEntries().add(findings.ofEntry(entry));
        } else {
          one.getHigher().add(fold(entry, levels));
        }
      }
      folded.add(one);
      before = category;
    }
    return folded;
  }

  private FoldedGate fold(GateScore gate) {
    return FoldedGate.newBuilder()
        .setGate("")
        .setWord(words.place(gate.getGate()))
        .setCategory(null)
        .setLevel(gate.getLevel())
        .setStandsOn(findings.ofGate(gate))
        .setSince(Instant.EPOCH)
        .setSinceAt(place(gate.getSince()))
        .setProof(gate.getProof())
        .setWaiver(waiver(gate))
        .setEntries(new ArrayList<>())
        .setHigher(new ArrayList<>())
        .build();
  }

  /** They are few. */
  private int place(Instant since) {
    int known = instants.indexOf(since);
    if (known < 0) {
      instants.add(since);
    }
    return known < 0 ? instants.size() - 1 : known;
  }

  private static @Nullable FoldedWaiver waiver(GateScore gate) {
    return gate.getEffective() == GateStatus.WAIVED
        ? new FoldedWaiver(gate.getWaiverId(), gate.getWaiverExpires())
        : null;
  }

  private FoldedEntry fold(EntryScore entry, List<String> levels) {
    String level = entry.getLevel();
    return new FoldedEntry(findings.ofEntry(entry), level == null ? -1 : levels.indexOf(level));
  }
}
