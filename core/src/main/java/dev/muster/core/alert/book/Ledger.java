package dev.muster.core.alert.book;

import dev.muster.core.alert.Tenure;
import dev.muster.core.alert.noise.Answers;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.Late;
import dev.muster.core.alert.noise.Weeks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a service's alerts beside the episodes and weeks.
 *
 * @param open the first week that has not closed; absent: the service is not judged
 * @param unheard when an episode may be over for want of news; absent: none may
 * @param pending what came late for closed weeks; absent: nothing
 * @param lasting by rule, what began in closed weeks and may still change by what comes
 */
public record Ledger(
    Tenure tenure,
    Answers answers,
    @Nullable IsoWeek open,
    @Nullable Instant unheard,
    @Nullable Pending pending,
    Map<String, Lasting> lasting) {
  public static final Ledger NEW =
      new Ledger(Tenure.NONE, Answers.NONE, null, null, null, Map.of());

  public Ledger {
    lasting = Map.copyOf(lasting);
  }

  /**
   * What came late, gathered to the end of a minute: a person classifies many alerts at once.
   *
   * @param from the earliest instant that it touches
   */
  public record Pending(Instant from, Instant due, Set<Late> why) {
    public Pending {
      why = Set.copyOf(EnumSet.copyOf(why));
    }

    Pending and(Pending other) {
      Set<Late> both = EnumSet.copyOf(why);
      both.addAll(other.why);
      return new Pending(earlier(from, other.from), earlier(due, other.due), both);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  public Weeks weeks() {
    return new Weeks(tenure);
  }

  /** When something is to be settled though nothing comes. */
  public Optional<Instant> due() {
    if (open == null) {
      return Optional.empty();
    }
    return Stream.of(
            Optional.of(weeks().to(open)),
            Optional.ofNullable(unheard),
            Optional.ofNullable(pending).map(Pending::due))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** Where closed weeks end; absent while none is judged. */
  Optional<Instant> closed() {
    return Optional.ofNullable(open).map(weeks()::from);
  }

  Ledger with(Tenure now, @Nullable IsoWeek nowOpen) {
    return new Ledger(now, answers, nowOpen, unheard, pending, lasting);
  }

  Ledger with(Answers now) {
    return new Ledger(tenure, now, open, unheard, pending, lasting);
  }

  /** An episode may be over for want of news from an instant on. */
  Ledger unheardFrom(@Nullable Instant at) {
    if (at == null || (unheard != null && !at.isBefore(unheard))) {
      return this;
    }
    return new Ledger(tenure, answers, open, at, pending, lasting);
  }

  /** Something came late. */
  Ledger touched(Instant from, Late why, Instant received) {
    Instant due = received.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    Pending more = new Pending(from, due, Set.of(why));
    Pending all = pending == null ? more : pending.and(more);
    return all.equals(pending) ? this : new Ledger(tenure, answers, open, unheard, all, lasting);
  }
}
