package dev.muster.sink.page;

import dev.muster.schemas.judgement.BurnTier;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloHealth;
import dev.muster.schemas.judgement.SloScore;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * That somebody should look at an SLO.
 *
 * @param rank the more urgent, the less
 * @param words {@code Page open, budget spent}
 */
public record SloFlag(int rank, String slo, Mark mark, String words) {
  /** A person is to be woken. */
  static final int PAGE = 0;

  /** Of a service for whose SLOs nobody has to look. */
  static final int NONE = 4;

  /**
   * Most urgent first; none for those that are met, at risk or without traffic, and call nobody.
   */
  static List<SloFlag> of(Scorecard card) {
    return card.getSlos().stream()
        .flatMap(SloFlag::of)
        .sorted(Comparator.comparing(SloFlag::rank).thenComparing(SloFlag::slo))
        .toList();
  }

  private static Stream<SloFlag> of(SloScore score) {
    SloHealth health = score.getHealth();
    boolean told = health == SloHealth.SPENT || health == SloHealth.NO_DATA;
    BurnTier tier = score.getAlert();
    String alert = SloWords.alert(score);
    if (tier != null && alert != null) {
      Mark mark = SloWords.isFrozen(score) ? Mark.UNSURE : SloWords.mark(tier);
      String more = told ? ", " + SloWords.of(score).toLowerCase(Locale.ROOT) : "";
      return Stream.of(
          new SloFlag(tier == BurnTier.PAGE ? PAGE : 1, score.getSlo(), mark, alert + more));
    }
    return told
        ? Stream.of(
            new SloFlag(
                health == SloHealth.SPENT ? 2 : 3,
                score.getSlo(),
                SloWords.mark(score),
                SloWords.of(score)))
        : Stream.empty();
  }
}
