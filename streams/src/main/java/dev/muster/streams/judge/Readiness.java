package dev.muster.streams.judge;

import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.Evidence;
import dev.muster.core.gate.Position;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.waiver.WaiverStep;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.Notice;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.judgement.RotationJudgement;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.streams.gate.FactEvidence;
import dev.muster.streams.state.BudgetWord;
import dev.muster.streams.state.Definition;
import dev.muster.streams.state.DeployRows;
import dev.muster.streams.state.EvidenceRows;
import dev.muster.streams.state.Members;
import dev.muster.streams.state.ServiceState;
import dev.muster.streams.state.ServiceStates;
import dev.muster.streams.state.WaiverRows;
import dev.muster.streams.time.Deadline;
import dev.muster.streams.waiver.WaiverSteps;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each kind of record does to services. A record acts on a service only after every deadline
 * of that service at or before its received time was spoken; it is judged at the service's clock.
 */
final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final ServiceStates states;
  private final EvidenceRows evidence;
  private final WaiverRows waivers;
  private final DeployRows deploys;
  private final Members members;
  private final Documents documents;
  private final ServiceJudge judge;
  private final BurnDesk burns;
  private final NoiseDesk noise;
  private final BudgetDesk budgets;
  private final Announcer announcer;

  Readiness(Memory memory, ServiceJudge judge, Desks desks, Announcer announcer) {
    this.states = memory.states();
    this.evidence = memory.evidence();
    this.waivers = memory.waivers();
    this.deploys = memory.deploys();
    this.members = memory.members();
    this.documents = memory.documents();
    this.judge = judge;
    this.burns = desks.burns();
    this.noise = desks.noise();
    this.budgets = desks.budgets();
    this.announcer = announcer;
  }

  /** Who judges what gates ask about. */
  record Desks(BurnDesk burns, NoiseDesk noise, BudgetDesk budgets) {}

  /** A fact of one service; deadlines spoken before it are counted. */
  int ofService(String service, SpecificRecord fact, Instant received, Position position) {
    int spoken = advance(service, received);
    if (fact instanceof SliSample sample) {
      burns.read(service, sample, received, position);
      return spoken;
    } else if (fact instanceof Notice notice) {
      burns.told(service, notice, received);
      return spoken;
    } else if (fact instanceof Alert alert) {
      noise.told(service, alert, received, position);
      return spoken;
    } else if (fact instanceof Review review) {
      noise.reviewed(service, review, received, List.of(service));
      return spoken;
    } else if (fact instanceof RotationJudgement week) {
      noise.summed(service, week);
      return spoken;
    } else if (fact instanceof Waiver waiver) {
      WaiverSteps.of(waiver, received).ifPresent(step -> waived(service, step));
      return spoken;
    }
    FactEvidence.of(fact, service, received, position).ifPresent(event -> take(service, event));
    return spoken;
  }

  private void take(String service, Evidence event) {
    boolean logged = event instanceof DeployEvidence step && deploys.put(service, step);
    boolean shelved = evidence.put(event, each -> runs(service, each));
    judge
        .rulebook(service)
        .ifPresent(
            book -> {
              boolean changed = shelved && judge.judge(service, book, event);
              if (logged && !changed) {
                announcer.figures(service, states.of(service).clock());
              }
              if (logged && event instanceof DeployEvidence step) {
                noise.deployed(book, step);
              }
            });
  }

  /** What another service says of its budget to one whose alerts it confirms. */
  int confirming(String service, BudgetWord word, Instant received) {
    int spoken = advance(service, received);
    budgets.heard(service, word);
    return spoken;
  }

  /** A fact of a rotation, a system or the organisation: acts on each of its services here. */
  int ofSubject(String subject, SpecificRecord fact, Instant received, Position position) {
    List<String> services = members.of(subject);
    int spoken = services.stream().mapToInt(service -> advance(service, received)).sum();
    if (fact instanceof Alert alert) {
      noise.heard(subject, alert, received, position, services);
      return spoken;
    } else if (fact instanceof Review review) {
      noise.reviewed(subject, review, received, services);
      return spoken;
    }
    FactEvidence.of(fact, subject, received, position)
        .filter(event -> evidence.put(event, Rulebook::runsAnywhere))
        .ifPresent(
            event ->
                services.forEach(
                    service ->
                        judge
                            .rulebook(service)
                            .ifPresent(book -> judge.judge(service, book, event))));
    return spoken;
  }

  private void waived(String service, WaiverStep step) {
    waivers
        .of(service)
        .refusal(step)
        .ifPresent(
            why ->
                LOG.atWarn()
                    .addKeyValue("service", service)
                    .addKeyValue("waiver", step.waiverId())
                    .addKeyValue("field", why.field())
                    .log("a step of a waiver has no effect"));
    waivers.put(service, step);
    judge
        .rulebook(service)
        .filter(book -> book.gates().contains(step.terms().gate()))
        .ifPresent(book -> judge.judge(service, book, Set.of(step.terms().gate())));
  }

  private boolean runs(String service, Evidence event) {
    return judge
        .rulebook(service)
        .map(rulebook -> rulebook.runs(event))
        .orElseGet(() -> Rulebook.runsAnywhere(event));
  }

  /** A standard or the checks: kept for the entries that will name them. */
  void document(CatalogEntry entry) {
    documents.put(entry);
  }

  /** What a service is from now on. */
  int defined(CatalogEntry entry, Instant received) {
    String service = entry.getId();
    int spoken = advance(service, received);
    ServiceState state = states.of(service);
    String checks = documents.checksInForce();
    boolean same =
        state
            .definition()
            .filter(old -> old.hash().equals(entry.getHash()) && old.checks().equals(checks))
            .isPresent();
    if (!same) {
      Collection<String> before = subjects(service);
      Optional<Rulebook> old = judge.rulebook(service);
      documents.put(entry);
      states.put(service, state.defined(new Definition(entry.getHash(), checks, received)));
      members.move(service, before, subjects(service));
      judge
          .rulebook(service)
          .ifPresent(
              rulebook -> {
                waivers.approvers(service, received, rulebook.service().approvers());
                burns.redefined(service, old, Optional.of(rulebook));
                noise.defined(rulebook, received, !Slos.confirmAlike(old, rulebook));
                judge.redefined(service, rulebook);
              });
    }
    return spoken;
  }

  /** The catalogue has it no more; its evidence stays, for should it come back. */
  int pruned(String service, Instant received) {
    int spoken = advance(service, received);
    ServiceState state = states.of(service);
    if (state.definition().isPresent()) {
      burns.redefined(service, judge.rulebook(service), Optional.empty());
      noise.pruned(service);
      members.move(service, subjects(service), List.of());
      documents.forgetService(service);
      judge.forget(service);
      states.put(service, state.pruned());
      announcer.gone(service, state.clock());
    }
    return spoken;
  }

  private Collection<String> subjects(String service) {
    return judge.rulebook(service).map(book -> book.subjects().values()).orElse(List.of());
  }

  /** Speaks what is due at or before a received time, in order, and moves the clock there. */
  private int advance(String service, Instant received) {
    boolean live = announcer.isLive();
    if (states.tick(service, received, live)) {
      return 0;
    }
    int spoken = speak(service, received, live, any -> false);
    states.put(service, states.of(service).at(received));
    return spoken;
  }

  /**
   * In order: what is said may set what is due before the next.
   *
   * @param waits ends it
   */
  private int speak(String service, Instant upTo, boolean cards, Predicate<Deadline> waits) {
    int spoken = 0;
    Optional<Deadline> due = states.due(service, upTo, cards);
    while (due.isPresent() && !waits.test(due.get())) {
      say(due.get());
      spoken++;
      due = states.due(service, upTo, cards);
    }
    return spoken;
  }

  static boolean isScorecard(Deadline deadline) {
    return deadline.what().equals(ServiceState.SCORECARD);
  }

  /**
   * Says what was to be said at an instant, and before it all of that service that is due by then.
   * The scorecard that shows a judgement waits until all judgements that are due are spoken: of
   * many the last is as urgent as the first.
   *
   * @param past up to which all was read; a scorecard alone may be due later
   * @return how much was said; nothing when it has changed since
   */
  int speak(Deadline deadline, Instant past) {
    String service = deadline.service();
    Instant upTo = deadline.at().isBefore(past) ? deadline.at() : past;
    if (!isScorecard(deadline)) {
      return announcer.afterwards(
          () -> speak(service, upTo, true, due -> isScorecard(due) && !due.at().isBefore(upTo)));
    }
    int spoken = speak(service, upTo, true, any -> false);
    if (states.deadlines(service).contains(deadline)) {
      say(deadline);
      spoken++;
    }
    return spoken;
  }

  private void say(Deadline deadline) {
    String service = deadline.service();
    if (deadline.what().equals(ServiceState.BURN)) {
      burns.turn(service, deadline.at());
      return;
    } else if (deadline.what().equals(ServiceState.NOISE)) {
      noise.turn(service, deadline.at());
      return;
    } else if (!isScorecard(deadline)) {
      judge.turn(service, deadline.at());
      return;
    }
    judge
        .rulebook(service)
        .ifPresentOrElse(
            rulebook -> announcer.emit(service, rulebook, deadline.at()),
            () -> announcer.takeBack(service, deadline.at()));
  }
}
