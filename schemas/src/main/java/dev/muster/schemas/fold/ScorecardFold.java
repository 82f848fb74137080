package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.Folded;
import dev.muster.schemas.judgement.FoldedGate;
import dev.muster.schemas.judgement.LevelVerdict;
import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Folds scorecards for their bytes, and unfolds them for readers. */
public final class ScorecardFold {
  private ScorecardFold() {}

  /** For its bytes. */
  public static Scorecard fold(Scorecard card) {
    Words words = new Words();
    Findings findings = new Findings(words);
    // Entries first: a gate can then stand on one of them.
    card.getStandards().stream()
        .flatMap(standard -> standard.getGates().stream())
        .flatMap(gate -> gate.getEntries().stream())
        .forEach(findings::ofEntry);
    GateFold gates = new GateFold(findings, words, new ArrayList<>());
    List<List<FoldedGate>> folded =
        card.getStandards().stream()
            .map(standard -> gates.fold(standard.getGates(), levels(standard)))
            .toList();
    ChangeFold changes = new ChangeFold(card.getStandards(), words);
    return Copy.of(card, new Scorecard())
        .with("definition", bare(card.getDefinition()))
        .with("standards", card.getStandards().stream().map(ScorecardFold::bare).toList())
        .with("changes", List.of())
        .with(
            "folded",
            Folded.newBuilder()
                .setDefinitions(definitions(card))
                .setGates(folded)
                .setChanges(card.getChanges().stream().map(changes::fold).toList())
                .setFindings(findings.all())
                .setWords(words.all())
                .setInstants(gates.instants())
                .build())
        .done();
  }

  /** As it was; one that was written unfolded, as it is. */
  public static Scorecard unfold(Scorecard card) {
    Folded folded = card.getFolded();
    if (folded == null) {
      return card;
    }
    GateUnfold gates = new GateUnfold(folded);
    List<StandardScore> standards = new ArrayList<>();
    for (int i = 0; i < card.getStandards().size(); i++) {
      StandardScore standard = card.getStandards().get(i);
      standards.add(
          Copy.of(standard, new StandardScore())
              .with(
                  "definition", whole(standard.getDefinition(), folded.getDefinitions().get(i + 1)))
              .with("gates", gates.unfold(folded.getGates().get(i), levels(standard)))
              .done());
    }
    ChangeFold changes = new ChangeFold(standards, new Words(folded.getWords()));
    List<ScoreChange> unfolded = folded.getChanges().stream().map(changes::unfold).toList();
    return Copy.of(card, new Scorecard())
        .with("definition", whole(card.getDefinition(), folded.getDefinitions().get(0)))
        .with("standards", standards)
        .with("changes", unfolded)
        .without("folded")
        .done();
  }

  private static List<ByteBuffer> definitions(Scorecard card) {
    List<ByteBuffer> all = new ArrayList<>();
    all.add(Ids.hash(card.getDefinition()));
    card.getStandards().forEach(standard -> all.add(Ids.hash(standard.getDefinition())));
    return all;
  }

  private static StandardScore bare(StandardScore standard) {
    return Copy.of(standard, new StandardScore())
        .with("definition", bare(standard.getDefinition()))
        .with("gates", List.of())
        .done();
  }

  private static String bare(String definition) {
    return Ids.hash(definition).hasRemaining() ? "" : definition;
  }

  private static String whole(String definition, ByteBuffer hash) {
    return hash.hasRemaining() ? Ids.hex(hash) : definition;
  }

  /** A standard that names none has but the one that is held to. */
  private static List<String> levels(StandardScore standard) {
    return standard.getLevels().isEmpty()
        ? List.of(standard.getLevel())
        : standard.getLevels().stream().map(LevelVerdict::getLevel).toList();
  }
}
