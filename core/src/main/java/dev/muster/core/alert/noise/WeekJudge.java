package dev.muster.core.alert.noise;

import dev.muster.core.alert.Alerts;
import dev.muster.core.alert.Episode;
import dev.muster.core.alert.Incident;
import dev.muster.core.alert.Occurrence;
import dev.muster.core.alert.Page;
import dev.muster.core.alert.Terms;
import dev.muster.core.alert.noise.RuleWeek.Known;
import dev.muster.core.alert.noise.ServiceWeek.Found;
import dev.muster.core.gate.Origin;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what closed weeks of one service were, by what is known now. */
public final class WeekJudge {
  private final Alerts alerts;
  private final Weeks weeks;
  private final Answers answers;
  private final Witnesses witnesses;
  private final Function<IsoWeek, @Nullable ServiceWeek> said;
  private final Map<String, RuleHistory> histories = new TreeMap<>();

  /**
   * Of a service.
   *
   * @param first week that it will be asked about
   * @param said closed weeks as they stand; up to the week asked about
   */
  public WeekJudge(
      Alerts alerts,
      Weeks weeks,
      Answers answers,
      Witnesses witnesses,
      IsoWeek first,
      Function<IsoWeek, @Nullable ServiceWeek> said) {
    this.alerts = alerts;
    this.weeks = weeks;
    this.answers = answers;
    this.witnesses = witnesses;
    this.said = said;
    Map<String, Map<IsoWeek, Map<HourClass, Long>>> pages = pages();
    SortedSet<String> rules = new TreeSet<>(alerts.occurrences().keySet());
    rules.addAll(alerts.muted().keySet());
    IsoWeek weighed = first.plus(1 - Tally.WEEKS);
    for (String rule : rules) {
      histories.put(
          rule,
          new RuleHistory(
              rule,
              RuleHistory.byWeek(
                  alerts.occurrences().getOrDefault(rule, List.of()),
                  weeks,
                  (one, week) -> week.compareTo(weighed) < 0 ? unasked(one) : judged(one, week)),
              alerts.muted().getOrDefault(rule, List.of()),
              pages.getOrDefault(rule, Map.of())));
    }
  }

  /** Too old for the verdicts asked for. */
  private static Judged unasked(Occurrence occurrence) {
    return new Judged(
        occurrence, Outcome.UNKNOWN, new Known(occurrence.begin(), Set.of(), false, false));
  }

  private Judged judged(Occurrence occurrence, IsoWeek week) {
    return Judged.of(occurrence, witnesses, known(occurrence, week), weeks.to(week));
  }

  private @Nullable Known known(Occurrence occurrence, IsoWeek week) {
    ServiceWeek before = said.apply(week);
    ServiceWeek.Said<RuleWeek> rule = before == null ? null : before.rules().get(occurrence.rule());
    return rule == null
        ? null
        : rule.what().known().stream()
            .filter(known -> !known.begin().isBefore(occurrence.begin()))
            .filter(known -> !known.begin().isAfter(occurrence.until()))
            .findFirst()
            .orElse(null);
  }

  private Map<String, Map<IsoWeek, Map<HourClass, Long>>> pages() {
    Map<String, Map<IsoWeek, Map<HourClass, Long>>> pages = new HashMap<>();
    for (Page page : alerts.pages()) {
      Incident incident = page.incident();
      pages
          .computeIfAbsent(page.rule(), any -> new HashMap<>())
          .computeIfAbsent(weeks.of(incident.opened()), any -> new EnumMap<>(HourClass.class))
          .merge(HourClass.of(incident.opened(), incident.terms()), 1L, Long::sum);
    }
    return pages;
  }

  /** What a week was. */
  public Found found(IsoWeek week) {
    Set<String> measuredBy = measuredBy(week);
    boolean measured = !measuredBy.isEmpty();
    Map<String, RuleWeek> rules = new TreeMap<>();
    for (RuleHistory history : histories.values()) {
      if (isThere(history, week)) {
        rules.put(history.rule(), ruleWeek(history, week, measured));
      }
    }
    ServiceWeek before = said.apply(week);
    if (before != null) {
      for (String rule : before.rules().keySet()) {
        rules.computeIfAbsent(rule, any -> ruleWeek(history(rule), week, measured));
      }
    }
    return new Found(
        week,
        rules,
        new Shares(alerts, weeks, week).of(rules.values(), proposals(week, rules)),
        measuredBy,
        missed(week, measuredBy.contains(Witnesses.OWN)));
  }

  /** Whether any of a rule was there in the verdict's window. */
  private boolean isThere(RuleHistory history, IsoWeek week) {
    return history.isThere(weeks.from(week.plus(1 - Tally.WEEKS)), weeks.to(week));
  }

  /** A rule that was spoken of is spoken of again, though it turned out that nothing was there. */
  private RuleHistory history(String rule) {
    RuleHistory known = histories.get(rule);
    return known == null ? new RuleHistory(rule, new TreeMap<>(), List.of(), Map.of()) : known;
  }

  private Proposals proposals(IsoWeek week, Map<String, RuleWeek> rules) {
    return new Proposals(
        weeks,
        answers,
        other -> {
          if (other.equals(week)) {
            return verdicts(rules);
          }
          ServiceWeek before = said.apply(other);
          return before == null ? null : before.verdicts();
        });
  }

  private static Map<String, NoiseVerdict> verdicts(Map<String, RuleWeek> rules) {
    Map<String, NoiseVerdict> verdicts = new HashMap<>();
    rules.forEach((rule, found) -> verdicts.put(rule, found.verdict().what()));
    return verdicts;
  }

  private RuleWeek ruleWeek(RuleHistory history, IsoWeek week, boolean measured) {
    Instant from = weeks.from(week);
    Instant to = weeks.to(week);
    List<Judged> fired = history.in(week);
    List<Judged> month = history.in(week.plus(1 - Tally.WEEKS), week);
    Tally tally =
        new Tally(Tally.Span.of(fired, weeks.zone(week)), Tally.Span.of(month, weeks.zone(week)));
    NoiseFigures figures =
        NoiseFigures.of(
            new NoiseFigures.Made(
                fired,
                muted(history, from, to),
                history.pages().getOrDefault(week, Map.of()),
                measured,
                to));
    return new RuleWeek(
        history.rule(),
        rotation(fired, week),
        history.severity(to),
        figures,
        isThere(history, week) ? Flags.of(history, week, weeks) : Set.of(),
        verdict(history, week, tally, measured),
        history.protection(to).isPresent(),
        tally,
        fired.stream().map(Judged::known).toList(),
        newest(history, from, to));
  }

  /** Runs of silenced alerts that nobody could notice, begun in the week. */
  private static long muted(RuleHistory history, Instant from, Instant to) {
    return Occurrence.runs(
            history.muted().stream()
                .filter(firing -> firing.episode().times().silenced() != null)
                .toList())
        .stream()
        .map(run -> run.get(0).start())
        .filter(begin -> !begin.isBefore(from) && begin.isBefore(to))
        .count();
  }

  private @Nullable String rotation(List<Judged> fired, IsoWeek week) {
    Terms terms =
        fired.isEmpty()
            ? weeks.terms(week)
            : weeks.tenure().at(fired.get(fired.size() - 1).begin());
    return terms == null ? null : terms.rotationName();
  }

  private Verdict verdict(RuleHistory history, IsoWeek week, Tally tally, boolean measured) {
    IsoWeek first = week.plus(1 - Tally.WEEKS);
    Instant to = weeks.to(week);
    return Verdict.of(
        new Verdict.Case(
            history.rule(),
            history.severity(to),
            history.protection(to),
            tally,
            weeks.from(first),
            to,
            sourceSince(history, weeks.from(first), to),
            measured),
        new Verdict.Answered() {
          @Override
          public Optional<Answer> last(NoiseVerdict proposal) {
            return answers.lastBefore(to, history.rule(), proposal);
          }

          @Override
          public long then(Answer answer) {
            return decided(history, answer);
          }
        });
  }

  /** What a proposal rested on in the last week that had closed when it was answered. */
  private long decided(RuleHistory history, Answer answer) {
    ServiceWeek then = said.apply(weeks.of(answer.time()).plus(-1));
    ServiceWeek.Said<RuleWeek> rule = then == null ? null : then.rules().get(history.rule());
    return rule == null ? 0 : rule.what().tally().decides(answer.proposal());
  }

  /** The source heard for longest of those that tell of it. */
  private @Nullable Instant sourceSince(RuleHistory history, Instant from, Instant to) {
    return history
        .noticed()
        .filter(firing -> RuleHistory.isThere(firing, from, to))
        .map(firing -> witnesses.sources().get(firing.episode().id().source()))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Origin newest(RuleHistory history, Instant from, Instant to) {
    return history.episodes(from, to).map(Episode::newest).max(Episode.BY_AGE).orElse(null);
  }

  private Set<String> measuredBy(IsoWeek week) {
    Instant from = weeks.from(week.plus(1 - Tally.WEEKS));
    ServiceWeek before = said.apply(week);
    return witnesses.saying(
        from,
        before == null ? null : before.measuredBy(),
        budget -> budget.measured(from, weeks.to(week)));
  }

  private @Nullable Long missed(IsoWeek week, boolean measured) {
    if (!measured) {
      return null;
    }
    ServiceWeek before = said.apply(week);
    Instant from = weeks.from(week);
    if (before != null && from.isBefore(witnesses.own().reach())) {
      return before.missed();
    }
    return Missed.minutes(witnesses.own().paging(from, weeks.to(week)), alerts.pages());
  }
}
