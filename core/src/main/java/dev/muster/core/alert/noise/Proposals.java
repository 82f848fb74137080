package dev.muster.core.alert.noise;

import dev.muster.core.gate.AlertFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Proposals over the weeks: one is made when a week closes with it, and is the same one while each
 * next week closes with it too and nobody answered.
 */
public final class Proposals {
  private final Weeks weeks;
  private final Answers answers;
  private final Function<IsoWeek, @Nullable Map<String, NoiseVerdict>> verdicts;

  /**
   * Over closed weeks.
   *
   * @param verdicts by rule; null of a week that is not known
   */
  Proposals(
      Weeks weeks,
      Answers answers,
      Function<IsoWeek, @Nullable Map<String, NoiseVerdict>> verdicts) {
    this.weeks = weeks;
    this.answers = answers;
    this.verdicts = verdicts;
  }

  /** When the proposal that a week closed with was made. */
  Instant made(String rule, NoiseVerdict proposal, IsoWeek week) {
    IsoWeek first = week;
    while (isSame(rule, proposal, first)) {
      first = first.plus(-1);
    }
    return weeks.to(first);
  }

  private boolean isSame(String rule, NoiseVerdict proposal, IsoWeek week) {
    Map<String, NoiseVerdict> before = verdicts.apply(week.plus(-1));
    if (before == null || before.get(rule) != proposal) {
      return false;
    }
    Optional<Answer> answer = answers.firstFrom(weeks.from(week), rule, proposal);
    return answer.isEmpty() || !answer.get().time().isBefore(weeks.to(week));
  }

  /** Whether nobody answered it yet. */
  boolean isOpen(String rule, NoiseVerdict proposal, IsoWeek week) {
    return proposal.isProposal()
        && answers.firstFrom(made(rule, proposal, week), rule, proposal).isEmpty();
  }

  /** How many proposals of a closed week nobody answered yet. */
  public static long open(
      IsoWeek week,
      Function<IsoWeek, @Nullable Map<String, NoiseVerdict>> closed,
      Weeks weeks,
      Answers answers) {
    Proposals proposals = new Proposals(weeks, answers, closed);
    Map<String, NoiseVerdict> verdicts = closed.apply(week);
    return verdicts == null
        ? 0
        : verdicts.entrySet().stream()
            .filter(each -> proposals.isOpen(each.getKey(), each.getValue(), week))
            .count();
  }

  /** Those that gates ask after; one that the next week did not close with is settled by that. */
  public static List<AlertFigures.Proposal> of(
      NavigableMap<IsoWeek, Map<String, NoiseVerdict>> closed, Weeks weeks, Answers answers) {
    Proposals proposals = new Proposals(weeks, answers, closed::get);
    List<AlertFigures.Proposal> all = new ArrayList<>();
    closed.forEach(
        (week, verdicts) ->
            verdicts.forEach(
                (rule, verdict) -> {
                  if (verdict.isAskedAfter() && proposals.isLast(rule, verdict, week)) {
                    all.add(proposals.proposal(rule, verdict, week, closed.keySet()));
                  }
                }));
    return all;
  }

  /** Whether the next week did not close with the same one. */
  private boolean isLast(String rule, NoiseVerdict verdict, IsoWeek week) {
    Map<String, NoiseVerdict> next = verdicts.apply(week.plus(1));
    return next == null || next.get(rule) != verdict || !isSame(rule, verdict, week.plus(1));
  }

  private AlertFigures.Proposal proposal(
      String rule, NoiseVerdict verdict, IsoWeek week, Collection<IsoWeek> closed) {
    Instant made = made(rule, verdict, week);
    Instant answered = answers.firstFrom(made, rule, verdict).map(Answer::time).orElse(null);
    IsoWeek next = week.plus(1);
    Instant settled = closed.contains(next) ? weeks.to(next) : null;
    boolean bySettling = settled != null && (answered == null || settled.isBefore(answered));
    return new AlertFigures.Proposal(made, bySettling ? settled : answered);
  }
}
