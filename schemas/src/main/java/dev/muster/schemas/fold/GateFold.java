package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.FoldedEntry;
import dev.muster.schemas.judgement.FoldedGate;
import dev.muster.schemas.judgement.FoldedWaiver;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds gates: what was found is called by its place.
 *
 * @param findings told of all entries before
 */
record GateFold(Findings findings) {

  List<FoldedGate> fold(List<GateScore> gates, List<String> levels) {
    List<FoldedGate> folded = new ArrayList<>();
    String before = "";
    for (GateScore gate : gates) {
      String category = gate.getCategory() == null ? "" : gate.getCategory();
      folded.add(
          FoldedGate.newBuilder()
              .setGate(gate.getGate())
              .setCategory(category.equals(before) ? null : category)
              .setLevel(gate.getLevel())
              .setStandsOn(findings.ofGate(gate))
              .setSince(gate.getSince())
              .setProof(gate.getProof())
              .setWaiver(waiver(gate))
              .setEntries(
                  of(gate, entry -> isLowest(entry, levels)).map(findings::ofEntry).toList())
              .setHigher(
                  of(gate, entry -> !isLowest(entry, levels))
                      .map(entry -> fold(entry, levels))
                      .toList())
              .build());
      before = category;
    }
    return folded;
  }

  private static Stream<EntryScore> of(GateScore gate, Predicate<EntryScore> which) {
    return gate.getEntries().stream().filter(which);
  }

  private static boolean isLowest(EntryScore entry, List<String> levels) {
    return levels.get(0).equals(entry.getLevel());
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
