package dev.muster.sink.page;

import dev.muster.core.catalogue.Service;
import dev.muster.core.scorecard.Sentences;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Fraction;
import dev.muster.core.slo.Slo;
import dev.muster.core.slo.Tier;
import dev.muster.core.slo.Written;
import dev.muster.schemas.judgement.BurnTier;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloHealth;
import dev.muster.schemas.judgement.SloScore;
import dev.muster.sink.page.SloLine.Alert;
import dev.muster.sink.page.SloLine.Budget;
import dev.muster.sink.page.SloLine.Burn;
import dev.muster.sink.page.SloLine.Call;
import dev.muster.sink.view.Reasons;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SLOs of one service.
 *
 * @param service as the catalogue has it, absent when it does not
 */
record SloWriter(@Nullable Service service, Times times) {
  /** As sentences have them. */
  private static final MathContext DIGITS = new MathContext(3);

  /** What is on its way from a sample to a scorecard. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(4);

  /** Those judged, then those that the catalogue asks for and nobody has judged yet. */
  List<SloLine> lines(Scorecard card) {
    List<SloLine> lines = new ArrayList<>();
    card.getSlos().forEach(score -> lines.add(line(score)));
    List<String> judged = card.getSlos().stream().map(SloScore::getSlo).toList();
    if (service != null) {
      service.slos().stream()
          .filter(slo -> !judged.contains(slo.name()))
          .forEach(slo -> lines.add(unjudged(slo)));
    }
    return lines;
  }

  private Optional<Slo> known(String name) {
    return Optional.ofNullable(service).flatMap(found -> found.slo(name));
  }

  private SloLine line(SloScore score) {
    Optional<Slo> slo = known(score.getSlo());
    boolean measured = score.getMeasuredTo() != null;
    List<Call> calls =
        measured ? slo.map(known -> calls(known, score)).orElse(List.of()) : List.of();
    return new SloLine(
        anchor(score.getSlo()),
        score.getSlo(),
        slo.map(Slo::description).orElse(null),
        SloWords.mark(score),
        SloWords.of(score),
        Reasons.burn(score.getReason(), score.getReasonValues()),
        alert(score),
        times.moment(score.getSince()),
        promise(score, slo),
        budget(score.getBudgetLeft()),
        figures(score, slo),
        calls,
        measured && calls.isEmpty() ? burns(score) : List.of(),
        calls.isEmpty() ? "" : slo.map(SloWriter::condition).orElse(""));
  }

  private static SloLine unjudged(Slo slo) {
    return new SloLine(
        anchor(slo.name()),
        slo.name(),
        slo.description(),
        Mark.UNSURE,
        "Not judged yet",
        "The catalogue asks for it, and it was not judged yet.",
        null,
        null,
        promise(slo.target(), slo.period()),
        null,
        "",
        List.of(),
        List.of(),
        "");
  }

  /** Its place on the page; as changes name it. */
  static String anchor(String slo) {
    return "slo/" + slo;
  }

  private @Nullable Alert alert(SloScore score) {
    BurnTier tier = score.getAlert();
    String words = SloWords.alert(score);
    Instant since = score.getAlertSince();
    return tier == null || words == null || since == null
        ? null
        : new Alert(
            SloWords.isFrozen(score) ? Mark.UNSURE : SloWords.mark(tier),
            words,
            SloWords.isFrozen(score) ? words + ", open since" : words + " since",
            times.moment(since));
  }

  /** The period it was judged over is in its reason; else it is the catalogue's. */
  private static String promise(SloScore score, Optional<Slo> slo) {
    String judged = score.getReasonValues().get("period");
    Duration period = judged == null ? slo.map(Slo::period).orElse(null) : Duration.parse(judged);
    return promise(BigDecimal.valueOf(score.getTarget()), period);
  }

  private static String promise(BigDecimal target, @Nullable Duration period) {
    return Figures.percent(target) + (period == null ? "" : " over " + Sentences.span(period));
  }

  private static @Nullable Budget budget(@Nullable Double left) {
    if (left == null) {
      return null;
    }
    BigDecimal share = BigDecimal.valueOf(left);
    if (share.signum() > 0) {
      return new Budget(100 * left, Figures.percent(share) + " left");
    }
    BigDecimal used = BigDecimal.ONE.subtract(share).round(DIGITS);
    return new Budget(0, "spent; " + Figures.percent(used) + " of it used");
  }

  /** A figure that does not change is not told anew, so that its age says little. */
  private String figures(SloScore score, Optional<Slo> slo) {
    Instant to = score.getMeasuredTo();
    if (to == null) {
      return "";
    } else if (score.getHealth() == SloHealth.NO_DATA || SloWords.isFrozen(score)) {
      return "of " + times.moment(to).absolute() + "; no sample came since";
    }
    Duration interval = slo.map(Slo::sampleInterval).orElse(Slo.DEFAULT_SAMPLE_INTERVAL);
    Duration usual = interval.multipliedBy(2).plus(ON_THE_WAY);
    return "of "
        + times.moment(to).absolute()
        + (to.plus(usual).isBefore(times.now())
            ? "; since then nothing in them changed, or nobody judged them"
            : "");
  }

  private static List<Call> calls(Slo slo, SloScore score) {
    return slo.rules().stream().map(rule -> call(slo, rule, score.getBurns())).toList();
  }

  private static Call call(Slo slo, BurnRule rule, Map<String, Double> burns) {
    Fraction limit = rule.factor(slo.period());
    return new Call(
        (rule.tier() == Tier.PAGE ? "Page" : "Ticket")
            + (rule.shadow() ? ", only recorded" : "")
            + ": "
            + Figures.percent(rule.share())
            + " of the budget in "
            + Sentences.span(rule.longWindow()),
        limit.toString(),
        burn(rule.longWindow(), limit, burns),
        burn(rule.shortWindow(), limit, burns));
  }

  private static Burn burn(Duration window, Fraction limit, Map<String, Double> burns) {
    Double times = burns.get(Written.span(window));
    return new Burn(Sentences.span(window), times(times), times != null && times > limit.value());
  }

  private static List<Burn> burns(SloScore score) {
    return score.getBurns().entrySet().stream()
        .sorted(Comparator.comparing(each -> minutes(each.getKey())))
        .map(each -> new Burn(each.getKey(), times(each.getValue()), false))
        .toList();
  }

  /** {@code 5m} before {@code 1h} before {@code 30d}. */
  private static Duration minutes(String window) {
    String iso = window.toUpperCase(Locale.ROOT);
    return Duration.parse(iso.endsWith("D") ? "P" + iso : "PT" + iso);
  }

  private static String times(@Nullable Double times) {
    return times == null ? "no events" : Figures.plain(BigDecimal.valueOf(times));
  }

  private static String condition(Slo slo) {
    return "Calls where both are above the limit and the long window holds at least "
        + slo.minFailures()
        + (slo.minFailures() == 1 ? " bad event." : " bad events.");
  }
}
