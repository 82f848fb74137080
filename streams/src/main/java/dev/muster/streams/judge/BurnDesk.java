package dev.muster.streams.judge;

import dev.muster.core.gate.Position;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.scorecard.Change;
import dev.muster.core.slo.BurnBook;
import dev.muster.core.slo.BurnSaid;
import dev.muster.core.slo.BurnStanding;
import dev.muster.core.slo.Ledger.Entered;
import dev.muster.core.slo.Maintenance;
import dev.muster.core.slo.Slice;
import dev.muster.core.slo.Slo;
import dev.muster.core.slo.Tier;
import dev.muster.schemas.fact.Notice;
import dev.muster.schemas.fact.NoticeKind;
import dev.muster.schemas.fact.NoticeStatus;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.streams.burn.BurnJudgements;
import dev.muster.streams.burn.SliSamples;
import dev.muster.streams.state.BurnRows;
import dev.muster.streams.state.ServiceStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Moves the SLOs of services: by samples, deadlines, planned work and new definitions. Says what
 * became another, has the gates judged that ask for it, and asks for a scorecard.
 */
final class BurnDesk {
  private static final Set<NoticeStatus> PLANNED =
      Set.of(NoticeStatus.SCHEDULED, NoticeStatus.IN_PROGRESS, NoticeStatus.VERIFYING);

  private final Slos slos;
  private final ServiceStates states;
  private final ServiceJudge judge;
  private final Announcer announcer;
  private final Voice voice;
  private final BudgetDesk budgets;

  BurnDesk(
      Slos slos,
      ServiceStates states,
      ServiceJudge judge,
      Announcer announcer,
      Voice voice,
      BudgetDesk budgets) {
    this.slos = slos;
    this.states = states;
    this.judge = judge;
    this.announcer = announcer;
    this.voice = voice;
    this.budgets = budgets;
  }

  /** A sample of one SLO. */
  void read(String service, SliSample fact, Instant received, Position position) {
    String key = BurnRows.key(service, fact.getSlo());
    BurnBook book = slos.rows().held(key);
    if (book == null) {
      book = slos.book(service, promised(service, fact.getSlo()), states.clock(service));
    }
    BurnStanding before = book.standing();
    List<BurnSaid> said = new ArrayList<>(0);
    Instant judged = judgedTo(book, fact.getFrom());
    boolean came = book.counted() != null && before.silence().lost() == null;
    Entered entered = book.read(SliSamples.of(fact), received, states.clock(service), said::add);
    voice.entered(entered);
    if (entered != Entered.COUNTED) {
      return;
    }
    slos.rows().write(key, book);
    states.burns(service, book.next());
    budgets.moved(service, book, judged, received);
    if (!said.isEmpty()) {
      Evidence evidence = BurnJudgements.evidence(fact, position);
      settle(service, before, said, !came, evidence, states.clock(service));
    } else if (slos.isNews(key, book) && !Slos.isUnheardOf(book.slo())) {
      announcer.figures(service, states.clock(service));
    }
  }

  /** Minutes from here on may change: those of the sample, and those not judged yet. */
  private static Instant judgedTo(BurnBook book, Instant sampled) {
    BurnBook.Counted counted = book.counted();
    Instant head = counted == null ? sampled : Slice.start(counted.ledger().head());
    return head.isBefore(sampled) ? head : sampled;
  }

  private Slo promised(String service, String name) {
    return judge
        .rulebook(service)
        .flatMap(book -> named(Slos.of(book.service()), name))
        .orElseGet(() -> Slos.unheardOf(name));
  }

  private static Optional<Slo> named(List<Slo> slos, String name) {
    return slos.stream().filter(slo -> slo.name().equals(name)).findFirst();
  }

  /** Says what is due of a service's SLOs. */
  void turn(String service, Instant at) {
    Optional<Rulebook> rulebook = judge.rulebook(service);
    if (rulebook.isEmpty()) {
      states.burnsNext(service, Optional.empty());
      return;
    }
    Instant next = null;
    for (BurnBook book : slos.books(rulebook.get())) {
      Instant due = book.next().orElse(null);
      if (due != null && !due.isAfter(at)) {
        turn(service, book, at);
        due = book.next().orElse(null);
      }
      next = next == null || (due != null && due.isBefore(next)) ? due : next;
    }
    states.burnsNext(service, Optional.ofNullable(next));
  }

  private void turn(String service, BurnBook book, Instant at) {
    BurnStanding before = book.standing();
    Instant judged = judgedTo(book, at);
    List<BurnSaid> said = new ArrayList<>();
    book.turn(at, said::add);
    slos.rows().write(BurnRows.key(service, book.slo().name()), book);
    states.put(service, states.of(service).at(at));
    budgets.moved(service, book, judged, at);
    settle(service, before, said, true, null, at);
  }

  /** Planned work: from when it was told on, its minutes count for nothing. */
  void told(String service, Notice notice, Instant received) {
    if (notice.getKind() != NoticeKind.MAINTENANCE || notice.getStatus() == NoticeStatus.DRAFT) {
      return;
    }
    Maintenance.Told update =
        new Maintenance.Told(
            notice.getNoticeId(),
            notice.getTime(),
            PLANNED.contains(notice.getStatus()),
            notice.getWindowFrom(),
            notice.getWindowTo());
    List<BurnBook> books = judge.rulebook(service).map(slos::books).orElse(List.of());
    slos.maintenance().put(service, update, received);
    Instant now = states.clock(service);
    List<BurnBook> told = new ArrayList<>();
    for (BurnBook book : books) {
      List<BurnSaid> said = new ArrayList<>();
      BurnStanding before = book.standing();
      BurnBook after = book.excluding(slos.exclusions(service), now, said::add);
      keep(service, after);
      settle(service, before, said, false, null, now);
      told.add(after);
    }
    budgets.excluded(service, told, notice.getTime(), received);
    judge.rulebook(service).ifPresent(book -> announcer.figures(service, now));
  }

  /** What a service promises has changed; those that are no more are told so once. */
  void redefined(String service, Optional<Rulebook> was, Optional<Rulebook> is) {
    redefined(service, Slos.of(was), Slos.of(is));
    budgets.redefined(service, was, is);
  }

  private void redefined(String service, List<Slo> before, List<Slo> after) {
    Instant now = states.clock(service);
    Map<String, Slo> old = new TreeMap<>();
    before.forEach(slo -> old.put(slo.name(), slo));
    for (Slo slo : after) {
      Slo was = old.remove(slo.name());
      if (!slo.equals(was)) {
        define(service, slo, was, now);
      }
    }
    old.values().forEach(slo -> remove(service, slo, now));
    List<Instant> next = new ArrayList<>();
    after.forEach(slo -> slos.book(service, slo, now).next().ifPresent(next::add));
    states.burnsNext(service, next.stream().min(Instant::compareTo));
  }

  private void define(String service, Slo slo, @Nullable Slo was, Instant now) {
    Slo written = was == null ? Slos.unheardOf(slo.name()) : was;
    BurnBook book = slos.book(service, written, now);
    boolean anew =
        was != null
            && !(was.budgeting().equals(slo.budgeting())
                && Objects.equals(was.indicator(), slo.indicator()));
    List<BurnSaid> said = new ArrayList<>();
    BurnStanding before = book.standing();
    BurnBook after = book.redefined(slo, slos.exclusions(service), anew, now, said::add);
    keep(service, after);
    say(service, said, null, now);
    note(service, before, said);
  }

  private void remove(String service, Slo slo, Instant now) {
    BurnBook book = slos.book(service, slo, now);
    say(service, List.of(book.removed(now)), null, now);
    keep(
        service,
        book.redefined(
            Slos.unheardOf(slo.name()), slos.exclusions(service), false, now, any -> {}));
  }

  private void keep(String service, BurnBook book) {
    slos.rows().write(BurnRows.key(service, book.slo().name()), book);
    states.burns(service, book.next());
  }

  private void settle(
      String service,
      BurnStanding before,
      List<BurnSaid> said,
      boolean heard,
      @Nullable Evidence evidence,
      Instant now) {
    if (said.isEmpty() || Slos.isUnheardOf(said.get(0).slo())) {
      return;
    }
    judge
        .rulebook(service)
        .ifPresent(
            rulebook -> {
              say(service, said, evidence, now);
              note(service, before, said);
              if (heard) {
                judge.judge(service, rulebook, rulebook.readingFigures());
              }
              announcer.changed(service, rulebook, now);
            });
  }

  private void say(String service, List<BurnSaid> said, @Nullable Evidence evidence, Instant now) {
    states
        .of(service)
        .definition()
        .map(by -> new BurnJudgements.Cause(by.hash(), evidence, now))
        .ifPresent(
            cause -> said.forEach(each -> voice.say(BurnJudgements.of(service, each, cause))));
  }

  private void note(String service, BurnStanding first, List<BurnSaid> said) {
    List<Change> changes = new ArrayList<>();
    BurnStanding before = first;
    for (BurnSaid each : said) {
      BurnStanding after = each.standing();
      String name = each.slo().name();
      change(changes, "slo/" + name, before.health().name(), after.health().name(), after);
      change(changes, "alert/" + name, tier(before), tier(after), after);
      before = after;
    }
    states.put(service, states.of(service).changing(changes));
  }

  private static void change(
      List<Change> changes,
      String what,
      @Nullable String from,
      @Nullable String to,
      BurnStanding at) {
    if (!Objects.equals(from, to)) {
      changes.add(new Change(what, from, to, at.since()));
    }
  }

  private static @Nullable String tier(BurnStanding standing) {
    return standing.tier().map(Tier::name).orElse(null);
  }
}
