package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.FoldedChange;
import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.schemas.judgement.StandardScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Folds changes: most are of standards and gates that the scorecard names anyway. */
final class ChangeFold {
  private final List<String> places = new ArrayList<>();
  private final Words words;

  ChangeFold(List<StandardScore> standards, Words words) {
    this.words = words;
    for (StandardScore standard : standards) {
      String id = standard.getStandard();
      places.add("standard/" + id);
      standard.getGates().forEach(gate -> places.add("gate/" + id + '/' + gate.getGate()));
    }
  }

  FoldedChange fold(ScoreChange change) {
    int place = places.indexOf(change.getWhat());
    return FoldedChange.newBuilder()
        .setPlace(place)
        .setWhat(place < 0 ? change.getWhat() : null)
        .setFrom(words.place(change.getFrom()))
        .setTo(words.place(change.getTo()))
        .setAt(change.getAt())
        .build();
  }

  ScoreChange unfold(FoldedChange change) {
    int place = change.getPlace();
    return ScoreChange.newBuilder()
        .setWhat(place < 0 ? Objects.requireNonNull(change.getWhat()) : places.get(place))
        .setFrom(words.at(change.getFrom()))
        .setTo(words.at(change.getTo()))
        .setAt(change.getAt())
        .build();
  }
}
