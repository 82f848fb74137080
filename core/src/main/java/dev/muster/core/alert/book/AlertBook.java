package dev.muster.core.alert.book;

import dev.muster.core.alert.AlertEvent;
import dev.muster.core.alert.AlertState;
import dev.muster.core.alert.Alerts;
import dev.muster.core.alert.Episode;
import dev.muster.core.alert.Incident;
import dev.muster.core.alert.Tenure;
import dev.muster.core.alert.Terms;
import dev.muster.core.alert.noise.Answer;
import dev.muster.core.alert.noise.Answers;
import dev.muster.core.alert.noise.Confirmation;
import dev.muster.core.alert.noise.Deployments;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.Late;
import dev.muster.core.alert.noise.NoiseVerdict;
import dev.muster.core.alert.noise.Proposals;
import dev.muster.core.alert.noise.ServiceWeek;
import dev.muster.core.alert.noise.Witnesses;
import dev.muster.core.gate.AlertFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one service, over its rows. What it is told reads and writes one episode and one
 * row of the rest; only closing weeks, and settling what came late for closed ones, reads all. What
 * it says of a week follows from all it was told, not from the order in which that came.
 */
public final class AlertBook {
  /** So long after an alert began people and tools may still speak of it. */
  public static final Duration LATE = Duration.ofDays(100);

  /** Before an instant, what is told of it may be about what began just after it. */
  static final Duration NEAR = Duration.ofMinutes(5);

  private final AlertRows rows;

  public AlertBook(AlertRows rows) {
    this.rows = rows;
  }

  /** Takes an event; whether it may have changed what pages there were. */
  public boolean take(AlertEvent event) {
    Instant received = event.origin().received();
    Episode before = rows.episode(event.episode());
    boolean tooLate = event.episode().startedAt().isBefore(received.minus(LATE));
    if (event.isHeartbeat() || (before == null && tooLate)) {
      return false;
    }
    Episode told = Episode.of(event);
    Episode after = before == null ? told : before.and(told);
    if (after.equals(before)) {
      return false;
    }
    rows.put(after);
    Ledger ledger = rows.ledger().unheardFrom(after.unheardAt());
    Late why = event.state() == AlertState.CLASSIFIED ? Late.CLASSIFIED : Late.ALERT_TOLD;
    rows.put(touched(ledger, after, why, received));
    return isPage(ledger.tenure(), after) && !after.isOnlyHeardAgain(before);
  }

  private static Ledger touched(Ledger ledger, Episode episode, Late why, Instant received) {
    Instant closed = ledger.closed().orElse(Instant.MIN);
    Instant start = episode.startedAt();
    Lasting lasting = ledger.lasting().get(episode.rule());
    boolean lasts = lasting != null && lasting.reaches(start, NEAR);
    boolean asks = !ledger.lasting().isEmpty() && answers(ledger.tenure(), episode);
    return lasts || asks || start.isBefore(soon(closed))
        ? ledger.touched(lasts || asks ? earliest(ledger, start) : start, why, received)
        : ledger;
  }

  private static Instant soon(Instant closed) {
    return closed.equals(Instant.MIN) ? closed : closed.plus(NEAR);
  }

  /** A paging tool's incidents are joined to alerts of any rule. */
  private static boolean answers(Tenure tenure, Episode episode) {
    Terms terms = tenure.at(episode.startedAt());
    return terms != null && terms.isAnsweringAuthority(episode.id().source());
  }

  private static Instant earliest(Ledger ledger, Instant from) {
    return ledger.lasting().values().stream()
        .map(Lasting::from)
        .filter(from::isAfter)
        .min(Instant::compareTo)
        .orElse(from);
  }

  private static boolean isPage(Tenure tenure, Episode episode) {
    Terms terms = tenure.at(episode.startedAt());
    return terms != null
        && terms.isAuthority(episode.id().source())
        && (Incident.isPage(episode) || answers(tenure, episode));
  }

  /** By what terms the service is run from now on; it is judged from the week that this lies in. */
  public void defined(Instant received, Terms terms) {
    Ledger before = rows.ledger();
    Tenure tenure = before.tenure().with(received, terms);
    Ledger after = before.with(tenure, before.open());
    if (before.open() == null) {
      after = after.with(tenure, after.weeks().of(received));
      after = after.touched(Instant.EPOCH, Late.CATALOGUE, received);
    } else if (!tenure.equals(before.tenure())) {
      boolean first = tenure.since().firstKey().equals(received);
      after = touched(after, first ? Instant.EPOCH : received, received);
    }
    put(before, after);
  }

  private static Ledger touched(Ledger ledger, Instant from, Instant received) {
    return from.isBefore(ledger.closed().orElse(Instant.MIN))
        ? ledger.touched(from, Late.CATALOGUE, received)
        : ledger;
  }

  /** It is judged no more; what is known is kept. */
  public void left() {
    Ledger before = rows.ledger();
    put(before, before.with(before.tenure(), null));
  }

  /** Somebody answered a proposal. */
  public void answered(Answer answer) {
    Ledger before = rows.ledger();
    Answers answers = before.answers().with(answer);
    if (!answers.equals(before.answers())) {
      put(before, before.with(answers).touched(Instant.EPOCH, Late.ANSWERED, answer.received()));
    }
  }

  /** A deployment began, ended, or was taken back at an instant. */
  public void deployed(Instant at, Instant received) {
    touched(at, lasting -> lasting.reaches(at, Deployments.MENDS), Late.DEPLOYED, received);
  }

  /**
   * What budgets say of the minutes from an instant on may be something else now. Of what is open
   * they are asked no further than to its week's end.
   */
  public void measured(Instant from, Instant received) {
    touched(
        from,
        lasting -> !lasting.isOpen() && lasting.reaches(from, Confirmation.AROUND),
        Late.MEASURED,
        received);
  }

  /** A source was first heard at an instant, earlier than was known. */
  public void heardFirst(Instant first, Instant received) {
    Ledger before = rows.ledger();
    put(before, touched(before, first, received));
  }

  private void touched(Instant at, Predicate<Lasting> reaches, Late why, Instant received) {
    Ledger before = rows.ledger();
    boolean lasts = before.lasting().values().stream().anyMatch(reaches);
    if (before.open() != null
        && (lasts || at.isBefore(soon(before.closed().orElse(Instant.MIN))))) {
      Instant from = lasts ? earliest(before, at) : at;
      put(before, before.touched(from, why, received));
    }
  }

  private void put(Ledger before, Ledger after) {
    if (!after.equals(before)) {
      rows.put(after);
    }
  }

  /** Whether it is judged. */
  public boolean isBegun() {
    return rows.ledger().open() != null;
  }

  /** What is {@link #measured} after it changes nothing of closed weeks. */
  public Instant quietFrom() {
    Ledger ledger = rows.ledger();
    return ledger.lasting().values().stream()
        .filter(lasting -> !lasting.isOpen())
        .map(lasting -> lasting.until().plus(Confirmation.AROUND))
        .reduce(
            soon(ledger.closed().orElse(Instant.MIN)),
            (one, other) -> one.isAfter(other) ? one : other);
  }

  /** When something is to be settled though nothing comes. */
  public Optional<Instant> due() {
    return rows.ledger().due();
  }

  /**
   * Closes the weeks that are over, and settles what came late for closed ones.
   *
   * @param at the instant that is due, or later
   */
  public Settled settle(Instant at, Witnesses witnesses) {
    Ledger ledger = rows.ledger();
    return ledger.open() == null
        ? Settled.NOTHING
        : new Settlement(rows, ledger, ledger.open(), witnesses, at).settle();
  }

  /** What there was, as it is known at an instant. */
  public Alerts alerts(Instant now) {
    return Alerts.of(rows.episodes(), rows.ledger().tenure(), now);
  }

  /** The last week that closed; empty while none did. */
  public Optional<WeekScore> score() {
    Ledger ledger = rows.ledger();
    IsoWeek open = ledger.open();
    ServiceWeek last = open == null ? null : rows.week(open.plus(-1));
    return Optional.ofNullable(last)
        .map(
            week ->
                WeekScore.of(
                    week,
                    Proposals.open(week.week(), this::verdicts, ledger.weeks(), ledger.answers())));
  }

  private @Nullable Map<String, NoiseVerdict> verdicts(IsoWeek week) {
    ServiceWeek said = rows.week(week);
    return said == null ? null : said.verdicts();
  }

  /** What was proposed, for gates. */
  public List<AlertFigures.Proposal> proposals() {
    Ledger ledger = rows.ledger();
    return GateFigures.proposals(rows.weeks(), ledger.weeks(), ledger.answers());
  }

  /** Closed weeks as they were last said, in order. */
  public List<ServiceWeek> weeks() {
    return rows.weeks().stream().sorted(Comparator.comparing(ServiceWeek::week)).toList();
  }
}
