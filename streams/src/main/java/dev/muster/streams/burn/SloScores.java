package dev.muster.streams.burn;

import dev.muster.core.slo.BurnBook;
import dev.muster.core.slo.BurnFigures;
import dev.muster.core.slo.BurnReason;
import dev.muster.core.slo.BurnStanding;
import dev.muster.core.slo.Call;
import dev.muster.core.slo.Windows;
import dev.muster.schemas.judgement.BurnTier;
import dev.muster.schemas.judgement.SloHealth;
import dev.muster.schemas.judgement.SloScore;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** SLOs as a scorecard shows them. */
public final class SloScores {
  /** More digits would say nothing, and be news every minute. */
  private static final int DIGITS = 3;

  private static final long DAY = Duration.ofDays(1).toMinutes();
  private static final long HOUR = Duration.ofHours(1).toMinutes();

  private SloScores() {}

  public static SloScore of(BurnBook book) {
    BurnStanding standing = book.standing();
    SloScore.Builder score =
        SloScore.newBuilder()
            .setSlo(book.slo().name())
            .setHealth(SloHealth.valueOf(standing.health().name()))
            .setSince(standing.healthSince())
            .setTarget(book.slo().target().doubleValue())
            .setAlert(standing.tier().map(tier -> BurnTier.valueOf(tier.name())).orElse(null))
            .setAlertSince(standing.call() instanceof Call.Open open ? open.since() : null);
    BurnReason reason = book.now().reason();
    score.setReason(reason.code().name()).setReasonValues(reason.values());
    BurnBook.Counted counted = book.counted();
    if (counted != null) {
      BurnFigures figures = book.figures().orElseThrow();
      score
          .setMeasuredTo(counted.newest())
          .setBudgetLeft(rounded(figures.budgetLeft(), RoundingMode.FLOOR))
          .setBurns(burns(figures));
    }
    return score.build();
  }

  /**
   * Differs when the figures that are shown may differ, and once an hour, so that readers see that
   * it is still measured; cheap, and no more exact than that.
   */
  public static long print(BurnBook book) {
    BurnBook.Counted counted = book.counted();
    if (counted == null) {
      return 0;
    }
    Windows windows = counted.ledger().windows();
    long print = counted.newest().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
    for (int w = 0; w < windows.size(); w++) {
      long total = windows.total(w);
      float share = total == 0 ? -1 : (float) windows.bad(w) / total;
      // A float's sign, exponent and ten bits of its fraction: three digits and a little more.
      print = 31 * print + (Float.floatToRawIntBits(share) >> 13);
    }
    return print;
  }

  private static Map<String, Double> burns(BurnFigures figures) {
    Map<String, Double> burns = new HashMap<>();
    Windows windows = figures.windows();
    for (int w = 0; w < windows.size(); w++) {
      Duration length = Duration.ofMinutes(windows.minutes(w));
      Double burn = rounded(figures.burn(length), RoundingMode.HALF_EVEN);
      if (burn != null) {
        burns.put(name(windows.minutes(w)), burn);
      }
    }
    return burns;
  }

  /** As people write it: 5m, 6h, 72h, 30d. */
  static String name(long minutes) {
    if (minutes % DAY == 0 && minutes > 3 * DAY) {
      return minutes / DAY + "d";
    }
    return minutes % HOUR == 0 ? minutes / HOUR + "h" : minutes + "m";
  }

  /** What is left is never shown to be more than it is. */
  private static @Nullable Double rounded(OptionalDouble value, RoundingMode how) {
    return value.isPresent()
        ? BigDecimal.valueOf(value.getAsDouble()).round(new MathContext(DIGITS, how)).doubleValue()
        : null;
  }
}
