package dev.muster.core.gate;

import dev.muster.core.catalogue.Question;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked of other judgements, with the figures for it. */
interface JudgedCase extends Case {

  /** Of a question; missing where nothing brings its figures. */
  static Case of(Question question, Figures figures) {
    AlertFigures alerts = figures.alerts();
    SloFigures slos = figures.slos();
    ReviewFigures reviews = figures.reviews();
    Case asked = null;
    if (question instanceof Question.PagesAnswered one && alerts != null) {
      asked = new PagesAnsweredCase(one, alerts);
    } else if (question instanceof Question.ProposalsAnswered one && alerts != null) {
      asked = new ProposalsAnsweredCase(one, alerts);
    } else if (question instanceof Question.PagesPerWeek one && alerts != null) {
      asked = new PagesPerWeekCase(one, alerts);
    } else if (question instanceof Question.SloMeasured one && slos != null) {
      asked = new SloMeasuredCase(one, slos);
    } else if (question instanceof Question.EverySloPages one && slos != null) {
      asked = new EverySloPagesCase(one, slos);
    } else if (question instanceof Question.WeekClosed one && reviews != null) {
      asked = new WeekClosedCase(one, reviews);
    }
    return asked == null
        ? new Settled(missing(Reason.Code.NOT_CONNECTED, question))
        : new SinceThen(asked, since(question, figures));
  }

  /** From when on the figures that a question is asked of say how it was. */
  private static Instant since(Question question, Figures figures) {
    AlertFigures alerts = figures.alerts();
    ReviewFigures reviews = figures.reviews();
    Instant own = null;
    if (question instanceof Question.WeekClosed && reviews != null) {
      own = reviews.closed();
    } else if (alerts != null && isOfAlerts(question)) {
      own = alerts.since();
    }
    return own == null ? figures.since() : own;
  }

  private static boolean isOfAlerts(Question question) {
    return question instanceof Question.PagesAnswered
        || question instanceof Question.ProposalsAnswered
        || question instanceof Question.PagesPerWeek;
  }

  @Override
  default void turnsAfter(Instant instant, Turns turns) {
    turns(turns);
  }

  /** As people write it: 2, not 2.0. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static Finding missing(Reason.Code code, Question question, String... more) {
    return finding(Status.MISSING, code, question, null, more);
  }

  static Finding broken(Question question, String... more) {
    return finding(Status.FAIL, Reason.Code.FIGURES_SAY_NOT, question, null, more);
  }

  static Finding finding(
      Status status,
      Reason.Code code,
      Question question,
      @Nullable Instant expires,
      String... more) {
    Reason reason = Reason.of(code, more).with("question", question.getClass().getSimpleName());
    return new Finding(
        status,
        expires == null ? reason : reason.with("expires", expires.toString()),
        expires,
        null,
        null);
  }

  /** Holds up to an end, is said to run out before it, and is stale from then on. */
  static Finding until(Instant end, Duration limit, Instant at, Question question, String... more) {
    if (!at.isBefore(end)) {
      return finding(Status.STALE, Reason.Code.FIGURES_TOO_OLD, question, end, more);
    }
    Status status = at.isBefore(end.minus(Span.warning(limit))) ? Status.PASS : Status.EXPIRING;
    return finding(status, Reason.Code.FIGURES_SAY_SO, question, end, more);
  }

  /** Says when what holds up to an end turns. */
  static void turnsAt(Instant end, Duration limit, Turns turns) {
    turns.add(end.minus(Span.warning(limit)));
    turns.add(end);
  }

  /** One whose figures say nothing of what was before them. */
  record SinceThen(Case asked, Instant since) implements JudgedCase {
    @Override
    public Finding at(Instant instant) {
      return asked.at(instant);
    }

    @Override
    public void turns(Turns turns) {
      asked.turns(turns);
      turns.unknownBefore(since);
    }
  }
}
