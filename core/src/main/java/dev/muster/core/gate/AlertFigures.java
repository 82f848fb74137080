package dev.muster.core.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service's alerts. No alert proves nothing unless its source was heard.
 *
 * @param heard when sources were, in order, apart
 * @param pages of production; as far back as gates look, and the last one acknowledged
 * @param proposals to suppress, delete or downgrade a rule of the service
 * @param weeks the whole weeks of the rotation, in order
 * @param since from when on they say so; absent: as all figures
 */
public record AlertFigures(
    List<Heard> heard,
    List<Page> pages,
    List<Proposal> proposals,
    List<Week> weeks,
    @Nullable Instant since) {
  public AlertFigures {
    heard = List.copyOf(heard);
    pages = List.copyOf(pages);
    proposals = List.copyOf(proposals);
    weeks = weeks.stream().sorted(Comparator.comparing(Week::from)).toList();
  }

  public AlertFigures(Heard heard, List<Page> pages, List<Proposal> proposals, List<Week> weeks) {
    this(List.of(heard), pages, proposals, weeks, null);
  }

  /** The span without a silence that an instant lies in. */
  Optional<Heard> heardAt(Instant instant) {
    return heard.stream().filter(span -> span.at(instant)).findFirst();
  }

  /** Longer than this without an event, a poll or a heartbeat, and a source is not heard. */
  public static final Duration SILENCE = Duration.ofHours(24);

  /**
   * That an alert source of the rotation speaks.
   *
   * @param since when it was first heard without a later silence of {@link #SILENCE}
   * @param lost when that silence was complete; absent: it is heard
   */
  public record Heard(Instant since, @Nullable Instant lost) {
    boolean at(Instant instant) {
      return !instant.isBefore(since) && (lost == null || instant.isBefore(lost));
    }
  }

  /**
   * One interruption of a person.
   *
   * @param acknowledged by a person, absent: not yet
   * @param ended absent: still open
   */
  public record Page(Instant opened, @Nullable Instant acknowledged, @Nullable Instant ended) {
    boolean acknowledgedBy(Instant instant) {
      return acknowledged != null && !acknowledged.isAfter(instant);
    }

    boolean openLongerThan(Duration limit, Instant at) {
      Instant until = ended == null || ended.isAfter(at) ? at : ended;
      return until.isAfter(opened.plus(limit));
    }
  }

  /**
   * One proposal of the weekly review.
   *
   * @param answered accepted or declined, absent: not yet
   */
  public record Proposal(Instant made, @Nullable Instant answered) {
    boolean openAt(Instant instant) {
      return !made.isAfter(instant) && (answered == null || answered.isAfter(instant));
    }
  }

  /** The pages of one closed week, from Monday to Monday in the rotation's zone. */
  public record Week(Instant from, Instant to, int pages) {
    public Week {
      if (pages < 0 || !from.isBefore(to)) {
        throw new IllegalArgumentException(
            "need pages >= 0 and from < to, got " + pages + " in " + from + " to " + to);
      }
    }
  }
}
