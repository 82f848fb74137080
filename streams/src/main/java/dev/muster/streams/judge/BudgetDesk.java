package dev.muster.streams.judge;

import dev.muster.core.catalogue.Service;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.slo.BurnBook;
import dev.muster.core.slo.Ledger;
import dev.muster.core.slo.SliceHour;
import dev.muster.core.slo.Slo;
import dev.muster.core.slo.SloCopy;
import dev.muster.streams.state.BudgetWord;
import dev.muster.streams.state.ServiceStates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Tells alerts how budgets went: those of the service itself at once; those of services that it
 * confirms, wherever they are, hour by hour: when one is over, when its SLO falls silent in it, and
 * when what is known of it changes afterwards.
 */
final class BudgetDesk {
  /** A word stays within some twenty kilobytes. */
  private static final int HOURS_FOR_EACH_WORD = 24;

  private final Slos slos;
  private final ServiceStates states;
  private final ServiceJudge judge;
  private final Voice voice;
  private final Measured measured;

  /** Hears that what budgets say of the minutes from an instant on may be something else. */
  @FunctionalInterface
  interface Measured {
    void from(String service, Instant from, Instant received);
  }

  BudgetDesk(Slos slos, ServiceStates states, ServiceJudge judge, Voice voice, Measured measured) {
    this.slos = slos;
    this.states = states;
    this.judge = judge;
    this.voice = voice;
    this.measured = measured;
  }

  /** A sample was read, or a deadline spoken. */
  void moved(String service, BurnBook book, Instant from, Instant received) {
    measured.from(service, from, received);
    tell(service, book, from, received, false);
  }

  /** Minutes count, or count no more. */
  void excluded(String service, List<BurnBook> books, Instant from, Instant received) {
    measured.from(service, from, received);
    books.forEach(book -> tell(service, book, from, received, true));
  }

  private void tell(
      String service, BurnBook book, Instant from, Instant received, boolean whatever) {
    String slo = book.slo().name();
    Collection<Long> written = slos.rows().written(service, slo);
    boolean lost = book.standing().silence().lost() != null;
    if ((written.isEmpty() && !lost && !whatever) || Slos.isUnheardOf(book.slo())) {
      return;
    }
    List<String> confirmed = confirmed(judge.rulebook(service));
    Optional<SloCopy> copy = book.copy();
    if (confirmed.isEmpty() || copy.isEmpty()) {
      return;
    }
    List<SliceHour> hours = hours(book, written.stream().mapToLong(Long::longValue));
    Instant first =
        hours.stream().map(SliceHour::start).filter(from::isAfter).findFirst().orElse(from);
    BudgetWord word = new BudgetWord.Went(service, slo, first, received, false, copy.get(), hours);
    confirmed.forEach(other -> voice.say(other, word));
  }

  /** With the newest where it may be told. */
  private static List<SliceHour> hours(BurnBook book, LongStream some) {
    long newest = Objects.requireNonNull(book.counted()).ledger().current().hour();
    return LongStream.concat(some.filter(hour -> hour != newest), LongStream.of(newest))
        .mapToObj(book::told)
        .flatMap(Optional::stream)
        .toList();
  }

  /** What a service promises, or whose alerts it confirms, may have changed. */
  void redefined(String service, Optional<Rulebook> before, Optional<Rulebook> after) {
    List<Slo> were = Slos.of(before);
    List<Slo> are = Slos.of(after);
    List<String> confirmed = confirmed(before);
    List<String> confirms = confirmed(after);
    for (String other : confirmed) {
      names(were).stream()
          .filter(slo -> !confirms.contains(other) || !names(are).contains(slo))
          .forEach(slo -> gone(other, service, slo));
    }
    for (Slo slo : are) {
      boolean same = were.contains(slo);
      confirms.stream()
          .filter(other -> !same || !confirmed.contains(other))
          .forEach(other -> tellAll(other, service, slo));
    }
  }

  private static List<String> names(List<Slo> all) {
    return all.stream().map(Slo::name).toList();
  }

  private static List<String> confirmed(Optional<Rulebook> rulebook) {
    return rulebook.map(Rulebook::service).map(Service::confirms).orElse(List.of());
  }

  private void gone(String other, String service, String slo) {
    voice.say(other, new BudgetWord.Gone(service, slo, states.clock(service)));
  }

  private void tellAll(String other, String service, Slo slo) {
    Instant now = states.clock(service);
    BurnBook book = slos.book(service, slo, now);
    Optional<SloCopy> copy = book.copy();
    if (copy.isEmpty()) {
      gone(other, service, slo.name());
      return;
    }
    long newest = Objects.requireNonNull(book.counted()).ledger().current().hour();
    List<SliceHour> hours = hours(book, LongStream.range(newest - Ledger.KEPT_HOURS + 1, newest));
    int told = 0;
    do {
      int next = Math.min(hours.size(), told + HOURS_FOR_EACH_WORD);
      voice.say(
          other,
          new BudgetWord.Went(
              service,
              slo.name(),
              Instant.EPOCH,
              now,
              told == 0,
              copy.get(),
              hours.subList(told, next)));
      told = next;
    } while (told < hours.size());
  }

  /** What another service told one. */
  void heard(String service, BudgetWord word) {
    boolean news = slos.copies().take(service, word);
    boolean asked =
        judge
            .rulebook(service)
            .filter(rulebook -> rulebook.service().confirmedBy().contains(word.service()))
            .isPresent();
    if (news && asked) {
      measured.from(service, word.from(), settledFrom(service, word));
    }
  }

  /**
   * Where its own log was read first, so that its clock is far ahead, each word would be settled at
   * once: a day of them is. They are not kept for longer, since what they say is only known for 40
   * days.
   */
  private Instant settledFrom(String service, BudgetWord word) {
    Instant clock = states.clock(service);
    boolean gathers = word instanceof BudgetWord.Went went && went.isOfItsLastDay();
    return gathers && clock.isAfter(word.spoken()) ? clock : word.spoken();
  }
}
