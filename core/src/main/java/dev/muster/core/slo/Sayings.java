package dev.muster.core.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Puts a standing and its figures into what is told. */
final class Sayings {
  private Sayings() {}

  static BurnSaid of(Slo slo, BurnStanding standing, BurnBook.@Nullable Counted counted) {
    BurnFigures figures =
        counted == null ? new BurnFigures(slo, slo.allowed(), Windows.of(slo)) : counted.figures();
    List<BurnSaid.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < slo.rules().size(); i++) {
      BurnRule rule = slo.rules().get(i);
      pairs.add(
          new BurnSaid.Pair(
              rule,
              rule.factor(slo.period()).value(),
              figures.burn(rule.longWindow()),
              figures.burn(rule.shortWindow()),
              standing.holding().get(i)));
    }
    Instant newest = counted == null ? null : counted.newest();
    return new BurnSaid(
        slo,
        standing,
        pairs,
        figures.good(),
        figures.total(),
        figures.budgetLeft(),
        figures.timeToExhaustion(),
        newest,
        reason(slo, standing, figures, pairs, newest));
  }

  private static BurnReason reason(
      Slo slo,
      BurnStanding standing,
      BurnFigures figures,
      List<BurnSaid.Pair> pairs,
      @Nullable Instant newest) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("target", slo.target().toPlainString());
    values.put("period", slo.period().toString());
    if (newest == null) {
      return new BurnReason(BurnReason.Code.NEVER_SAMPLED, values);
    }
    if (standing.silence().late() != null) {
      values.put("measuredTo", newest.toString());
    }
    figures
        .budgetLeft()
        .ifPresent(left -> values.put("budgetLeft", figure(left, RoundingMode.FLOOR)));
    put(values, "pace", figures.burn(Windows.PACE));
    figures
        .timeToExhaustion()
        .ifPresent(
            left -> values.put("exhaustion", Duration.ofMinutes(left.toMinutes()).toString()));
    if (standing.call() instanceof Call.Open open) {
      pairs.stream()
          .filter(
              pair -> pair.holds() && !pair.rule().shadow() && pair.rule().tier() == open.tier())
          .findFirst()
          .ifPresent(pair -> put(values, pair));
      return new BurnReason(
          open.frozen() ? BurnReason.Code.FROZEN : BurnReason.Code.BURNING, values);
    }
    return new BurnReason(code(standing.health()), values);
  }

  private static BurnReason.Code code(Health health) {
    return switch (health) {
      case MEETING -> BurnReason.Code.MEETING;
      case AT_RISK -> BurnReason.Code.AT_RISK;
      case SPENT -> BurnReason.Code.SPENT;
      case NO_TRAFFIC -> BurnReason.Code.NO_TRAFFIC;
      case NO_DATA -> BurnReason.Code.NO_DATA;
    };
  }

  private static void put(Map<String, String> values, BurnSaid.Pair pair) {
    values.put("tier", pair.rule().tier().name());
    values.put("share", pair.rule().share().toPlainString());
    values.put("long", pair.rule().longWindow().toString());
    values.put("short", pair.rule().shortWindow().toString());
    values.put("factor", figure(pair.factor()));
    put(values, "longBurn", pair.longBurn());
    put(values, "shortBurn", pair.shortBurn());
  }

  private static void put(Map<String, String> values, String name, OptionalDouble value) {
    value.ifPresent(known -> values.put(name, figure(known)));
  }

  private static String figure(double value) {
    return figure(value, RoundingMode.HALF_EVEN);
  }

  /** Three digits that count: more would say nothing. */
  private static String figure(double value, RoundingMode how) {
    return BigDecimal.valueOf(value)
        .round(new MathContext(3, how))
        .stripTrailingZeros()
        .toPlainString();
  }
}
