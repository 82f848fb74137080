package dev.muster.streams.state;

import dev.muster.core.alert.Severity;
import dev.muster.core.alert.noise.HourClass;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.NoiseFigures;
import dev.muster.core.alert.noise.NoiseFlag;
import dev.muster.core.alert.noise.NoiseReason;
import dev.muster.core.alert.noise.NoiseVerdict;
import dev.muster.core.alert.noise.RotationShare;
import dev.muster.core.alert.noise.RuleWeek;
import dev.muster.core.alert.noise.ServiceWeek;
import dev.muster.core.alert.noise.ServiceWeek.Said;
import dev.muster.core.alert.noise.Tally;
import dev.muster.core.alert.noise.Verdict;
import dev.muster.core.alert.noise.Witnesses;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Closed weeks in bytes; the first says by which format. */
final class WeekCodec {
  /** As it was before services confirmed the alerts of others. */
  private static final int WEEK_1 = 1;

  private static final int WEEK_2 = 2;

  private WeekCodec() {}

  static byte[] write(ServiceWeek week) {
    return new ByteSink()
        .number(WEEK_2)
        .text(week.week().toString())
        .list(week.rules().values(), WeekCodec::rule)
        .list(week.shares().values(), WeekCodec::share)
        .list(new TreeSet<>(week.measuredBy()), ByteSink::word)
        .optional(week.missed(), ByteSink::number)
        .bytes();
  }

  static ServiceWeek read(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    boolean own = StateCodec.known(in.size(), "weeks of alerts", WEEK_1, WEEK_2) == WEEK_1;
    IsoWeek week = IsoWeek.parse(in.text());
    TreeMap<String, Said<RuleWeek>> rules = new TreeMap<>();
    in.list(each -> rule(each, own)).forEach(said -> rules.put(said.what().rule(), said));
    TreeMap<String, Said<RotationShare>> shares = new TreeMap<>();
    in.list(WeekCodec::saidShare).forEach(said -> shares.put(said.what().rotation(), said));
    return new ServiceWeek(week, rules, shares, names(in, own), in.optional(ByteSource::number));
  }

  private static void rule(ByteSink out, Said<RuleWeek> said) {
    RuleWeek rule = said.what();
    out.number(said.revision())
        .text(rule.rule())
        .optional(rule.rotation(), ByteSink::word)
        .word(rule.severity().name());
    figures(out, rule.figures());
    out.list(new TreeSet<>(rule.flags()), (to, flag) -> to.word(flag.name()))
        .word(rule.verdict().what().name())
        .word(rule.verdict().reason().code().name())
        .list(
            rule.verdict().reason().values().entrySet(),
            (to, value) -> to.word(value.getKey()).word(value.getValue()))
        .flag(rule.protectedRule());
    span(out, rule.tally().week());
    span(out, rule.tally().month());
    out.list(
            rule.known(),
            (to, known) ->
                to.instant(known.begin())
                    .list(new TreeSet<>(known.confirmedBy()), ByteSink::word)
                    .flag(known.mended())
                    .flag(known.afterDeploy()))
        .optional(rule.newest(), EpisodeCodec::origin);
  }

  private static Said<RuleWeek> rule(ByteSource in, boolean own) {
    int revision = in.size();
    return new Said<>(
        new RuleWeek(
            in.text(),
            in.optional(ByteSource::word),
            Severity.valueOf(in.word()),
            figures(in),
            in.list(flag -> NoiseFlag.valueOf(flag.word())).stream().collect(Collectors.toSet()),
            new Verdict(NoiseVerdict.valueOf(in.word()), reason(in)),
            in.flag(),
            new Tally(span(in), span(in)),
            in.list(
                known ->
                    new RuleWeek.Known(
                        known.instant(), names(known, own), known.flag(), known.flag())),
            in.optional(EpisodeCodec::origin)),
        revision);
  }

  /**
   * Whose budgets say so.
   *
   * @param own whether only the service's own could
   */
  private static Set<String> names(ByteSource in, boolean own) {
    if (own) {
      return in.flag() ? Set.of(Witnesses.OWN) : Set.of();
    }
    return new TreeSet<>(in.list(ByteSource::word));
  }

  private static NoiseReason reason(ByteSource in) {
    NoiseReason.Code code = NoiseReason.Code.valueOf(in.word());
    Map<String, String> values = new TreeMap<>();
    in.list(each -> Map.entry(each.word(), each.word()))
        .forEach(each -> values.put(each.getKey(), each.getValue()));
    return new NoiseReason(code, values);
  }

  private static void figures(ByteSink out, NoiseFigures figures) {
    out.number(figures.fired()).number(figures.episodes());
    hours(out, figures.pages());
    out.number(figures.acknowledged())
        .number(figures.actedOn())
        .number(figures.knownInaction())
        .number(figures.unknownAction())
        .optional(figures.confirmed(), ByteSink::number)
        .number(figures.autoResolved())
        .number(figures.under300Seconds())
        .number(figures.silenced())
        .number(figures.openAtEnd())
        .optional(figures.median(), WeekCodec::duration)
        .optional(figures.longest(), WeekCodec::duration)
        .number(figures.timeToAcknowledge().toMillis())
        .number(figures.timeToResolve().toMillis())
        .number(figures.resolved());
  }

  private static NoiseFigures figures(ByteSource in) {
    return new NoiseFigures(
        in.number(),
        in.number(),
        hours(in),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.optional(ByteSource::number),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.optional(WeekCodec::duration),
        in.optional(WeekCodec::duration),
        duration(in),
        duration(in),
        in.number());
  }

  private static void duration(ByteSink out, Duration duration) {
    out.number(duration.toMillis());
  }

  private static Duration duration(ByteSource in) {
    return Duration.ofMillis(in.number());
  }

  static void hours(ByteSink out, Map<HourClass, Long> hours) {
    out.list(
        new TreeMap<>(hours).entrySet(),
        (to, hour) -> to.word(hour.getKey().name()).number(hour.getValue()));
  }

  static Map<HourClass, Long> hours(ByteSource in) {
    Map<HourClass, Long> hours = new EnumMap<>(HourClass.class);
    in.list(each -> Map.entry(HourClass.valueOf(each.word()), each.number()))
        .forEach(each -> hours.put(each.getKey(), each.getValue()));
    return hours;
  }

  private static void span(ByteSink out, Tally.Span span) {
    out.number(span.fired())
        .number(span.actedOn())
        .number(span.knownInaction())
        .number(span.classified())
        .number(span.confirmed())
        .number(span.under300Seconds())
        .number(span.days());
  }

  private static Tally.Span span(ByteSource in) {
    return new Tally.Span(
        in.number(), in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
  }

  private static void share(ByteSink out, Said<RotationShare> said) {
    out.number(said.revision());
    share(out, said.what());
  }

  private static Said<RotationShare> saidShare(ByteSource in) {
    int revision = in.size();
    return new Said<>(share(in), revision);
  }

  static void share(ByteSink out, RotationShare share) {
    out.text(share.rotation())
        .number(share.fired())
        .list(
            share.pages(),
            (to, page) -> to.word(page.key()).instant(page.opened()).word(page.hour().name()))
        .list(share.unjoined(), ByteSink::instant)
        .number(share.proposalsOpen());
  }

  static RotationShare share(ByteSource in) {
    return new RotationShare(
        in.text(),
        in.number(),
        in.list(
            page ->
                new RotationShare.Paged(
                    page.word(), page.instant(), HourClass.valueOf(page.word()))),
        in.list(ByteSource::instant),
        in.number());
  }
}
