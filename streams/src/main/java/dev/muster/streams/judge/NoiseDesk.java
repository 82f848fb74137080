package dev.muster.streams.judge;

import dev.muster.core.alert.AlertEvent;
import dev.muster.core.alert.SignsOfLife;
import dev.muster.core.alert.Terms;
import dev.muster.core.alert.book.AlertBook;
import dev.muster.core.alert.book.Settled;
import dev.muster.core.alert.noise.Deployments;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.RotationShare;
import dev.muster.core.alert.noise.Witnesses;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.deploy.DeployLog;
import dev.muster.core.gate.AlertFigures.Heard;
import dev.muster.core.gate.AlertFigures.Proposal;
import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.Position;
import dev.muster.core.gate.Rulebook;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.judgement.RotationJudgement;
import dev.muster.streams.noise.AlertEvents;
import dev.muster.streams.noise.NoiseJudgements;
import dev.muster.streams.state.DeployRows;
import dev.muster.streams.state.RotationRows;
import dev.muster.streams.state.RotationWord;
import dev.muster.streams.state.ServiceStates;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of services' alerts: closes their weeks, settles late word, says both, and has
 * the gates judged that ask for it.
 */
final class NoiseDesk {
  private final Noises noises;
  private final DeployRows deploys;
  private final Slos slos;
  private final ServiceStates states;
  private final ServiceJudge judge;
  private final Announcer announcer;
  private final Voice voice;

  NoiseDesk(
      Noises noises,
      DeployRows deploys,
      Slos slos,
      ServiceStates states,
      ServiceJudge judge,
      Announcer announcer,
      Voice voice) {
    this.noises = noises;
    this.deploys = deploys;
    this.slos = slos;
    this.states = states;
    this.judge = judge;
    this.announcer = announcer;
    this.voice = voice;
  }

  /** An event of one of a service's alerts. */
  void told(String service, Alert fact, Instant received, Position position) {
    AlertEvent event = AlertEvents.of(fact, service, received, position);
    Optional<Rulebook> rulebook = judge.rulebook(service);
    Optional<List<Instant>> before = rulebook.map(this::heardSince);
    hear(service, event, List.of(service));
    AlertBook book = noises.book(service);
    rulebook.filter(rules -> !book.isBegun()).ifPresent(rules -> begin(rules, book));
    boolean pages = book.take(event);
    if (pages) {
      noises.forget(service);
    }
    boolean since = !before.equals(rulebook.map(this::heardSince));
    if (pages || since) {
      judged(service);
    }
    next(service, book);
  }

  /** A sign of life of a source that speaks for all that belong to a subject. */
  void heard(String subject, Alert fact, Instant received, Position position, List<String> here) {
    Set<String> silent = new HashSet<>();
    Map<String, List<Instant>> before = new HashMap<>();
    boolean broke = !isUnbroken(subject, fact, received);
    for (String service : broke ? here : List.<String>of()) {
      judge.rulebook(service).ifPresent(rules -> before.put(service, heardSince(rules)));
    }
    hear(subject, AlertEvents.of(fact, subject, received, position), here);
    before.forEach(
        (service, since) ->
            judge
                .rulebook(service)
                .filter(rules -> !heardSince(rules).equals(since))
                .ifPresent(rules -> silent.add(service)));
    for (String service : here) {
      if (silent.contains(service)) {
        judge
            .rulebook(service)
            .ifPresent(rules -> judge.judge(service, rules, rules.readingFigures()));
      }
    }
  }

  /** When hearing began, each time; its ends are met by gates' deadlines. */
  private List<Instant> heardSince(Rulebook rulebook) {
    return noises.heard(rulebook).stream().map(Heard::since).toList();
  }

  /** Whether a sign only goes on with what was heard before it. */
  private boolean isUnbroken(String subject, Alert fact, Instant received) {
    SignsOfLife known = noises.signs().of(subject).get(fact.getSource());
    SignsOfLife sign = SignsOfLife.of(fact.getTime(), received);
    return known != null
        && known.and(sign).first().equals(known.first())
        && begins(known.and(sign)).equals(begins(known));
  }

  private static List<Instant> begins(SignsOfLife signs) {
    return signs.spans().stream().map(SignsOfLife.Span::from).toList();
  }

  private void hear(String subject, AlertEvent event, List<String> services) {
    String source = event.origin().source();
    Instant received = event.origin().received();
    SignsOfLife sign = SignsOfLife.of(event.origin().time(), received);
    SignsOfLife before = noises.signs().of(subject).get(source);
    noises.signs().put(subject, source, sign, received);
    if (before == null || sign.first().isBefore(before.first())) {
      services.forEach(service -> noises.book(service).heardFirst(sign.first(), received));
      services.forEach(this::next);
    }
  }

  /** Its entry came before alerts were judged. */
  private static void begin(Rulebook rulebook, AlertBook book) {
    if (rulebook.service().lifecycle() != Lifecycle.RETIRED) {
      book.defined(rulebook.received(), Terms.of(rulebook.service()));
    }
  }

  /** What a service is from now on. */
  void defined(Rulebook rulebook, Instant received, boolean otherBudgets) {
    Service service = rulebook.service();
    AlertBook book = noises.book(service.name());
    if (service.lifecycle() == Lifecycle.RETIRED) {
      book.left();
    } else {
      book.defined(received, Terms.of(service));
      if (otherBudgets) {
        book.measured(Instant.EPOCH, received);
      }
    }
    noises.forget(service.name());
    next(service.name(), book);
  }

  /** The catalogue has it no more. */
  void pruned(String service) {
    AlertBook book = noises.book(service);
    book.left();
    noises.forget(service);
    next(service, book);
  }

  /** A step of a deployment. */
  void deployed(Rulebook rulebook, DeployEvidence step) {
    if (rulebook.service().isProduction(step.environment())) {
      String service = rulebook.service().name();
      AlertBook book = noises.book(service);
      Instant at = step.duration() == null ? step.time() : step.time().minus(step.duration());
      book.deployed(at, step.origin().received());
      next(service, book);
    }
  }

  /** What budgets say of the minutes from an instant on may be something else now. */
  void measured(String service, Instant from, Instant received) {
    if (!from.isAfter(noises.quietFrom(service))) {
      AlertBook book = noises.book(service);
      book.measured(from, received);
      next(service, book);
    }
  }

  /** A decision of a weekly review, of one service or of all of a subject's. */
  void reviewed(String subject, Review fact, Instant received, List<String> services) {
    AlertEvents.answer(fact, received)
        .ifPresent(
            answer -> {
              for (String service : services) {
                AlertBook book = noises.book(service);
                book.answered(answer);
                noises.forget(service);
                judged(service);
                next(service, book);
              }
            });
    if (AlertEvents.isClosed(fact)) {
      closed(subject, fact, received, services);
    }
  }

  private void closed(String subject, Review fact, Instant received, List<String> services) {
    String rotation = fact.getRotation();
    String of = rotation == null ? subject : "rotation/" + rotation;
    if (!of.startsWith("rotation/")) {
      return;
    }
    if (noises.rotations().close(of, fact.getTime())) {
      services.forEach(this::judged);
    }
    String week = fact.getWeek();
    if (week != null && IsoWeek.isOne(week) && !services.isEmpty()) {
      voice.say(
          of.substring("rotation/".length()),
          new RotationWord.Closed(
              IsoWeek.parse(week), fact.getSource(), fact.getId(), fact.getTime(), received));
    }
  }

  private void judged(String service) {
    judge
        .rulebook(service)
        .ifPresent(
            rules -> {
              if (!judge.judge(service, rules, rules.readingFigures())) {
                announcer.figures(service, states.clock(service));
              }
            });
  }

  /** A closed week of a rotation that was summed. */
  void summed(String service, RotationJudgement week) {
    boolean news =
        noises
            .rotations()
            .put(
                service,
                week.getRotation(),
                new RotationRows.Told(
                    IsoWeek.parse(week.getWeek()), week.getPages(), week.getUnjoined()));
    if (news) {
      judge
          .rulebook(service)
          .ifPresent(rules -> judge.judge(service, rules, rules.readingFigures()));
    }
  }

  /** Closes weeks that are over and settles what came late. */
  void turn(String service, Instant at) {
    states.put(service, states.of(service).at(at));
    AlertBook book = noises.book(service);
    Optional<Rulebook> rulebook = judge.rulebook(service);
    if (rulebook.isEmpty()) {
      book.left();
    } else {
      settle(rulebook.get(), book, at);
    }
    states.noiseNext(service, book.due());
  }

  private void settle(Rulebook rulebook, AlertBook book, Instant at) {
    String service = rulebook.service().name();
    List<Proposal> before = book.proposals();
    Settled settled = book.settle(at, witnesses(rulebook, at));
    noises.forget(service);
    String definition = states.of(service).definition().orElseThrow().hash();
    settled.rules().forEach(word -> voice.say(NoiseJudgements.of(service, word, definition, at)));
    settled.shares().forEach(word -> share(rulebook.service(), word, at));
    boolean changed =
        !book.proposals().equals(before)
            && judge.judge(service, rulebook, rulebook.readingFigures());
    if (!changed) {
      announcer.figures(service, at);
    }
  }

  private void share(Service service, Settled.Word<RotationShare> word, Instant at) {
    voice.say(
        word.what().rotation(),
        new RotationWord.Share(
            service.name(),
            word.week(),
            word.from(),
            definition(service.rotation(), word.what().rotation()),
            word.what(),
            word.revision(),
            at));
  }

  /** Of a rotation that the service has no more, its name is all that is left. */
  private static String definition(@Nullable Rotation rotation, String name) {
    boolean same = rotation != null && rotation.name().equals(name);
    return CatalogueCodec.hash(
        same ? CatalogueCodec.write(Objects.requireNonNull(rotation)) : name);
  }

  private Witnesses witnesses(Rulebook rulebook, Instant at) {
    Service service = rulebook.service();
    Map<String, Instant> sources = new HashMap<>();
    Noises.subjects(rulebook)
        .forEach(
            subject ->
                noises
                    .signs()
                    .of(subject)
                    .forEach(
                        (source, signs) ->
                            sources.merge(source, signs.first(), (a, b) -> a.isBefore(b) ? a : b)));
    return new Witnesses(
        new Deployments(
            deploys.of(service.name()),
            service::isProduction,
            at.minus(DeployLog.KEPT).plus(Deployments.RATE)),
        slos.budgets(rulebook),
        sources);
  }

  private void next(String service) {
    next(service, noises.book(service));
  }

  /** What came too late to wait for the end of its minute is settled at once. */
  private void next(String service, AlertBook book) {
    Instant clock = states.clock(service);
    Optional<Instant> due = book.due();
    if (due.isPresent() && !due.get().isAfter(clock)) {
      turn(service, clock);
    } else {
      states.noiseNext(service, due);
    }
  }
}
