package dev.muster.core.alert.book;

import dev.muster.core.alert.AlertAction;
import dev.muster.core.alert.AlertEvent;
import dev.muster.core.alert.AlertState;
import dev.muster.core.alert.Classification;
import dev.muster.core.alert.Episode;
import dev.muster.core.alert.ProtectedClass;
import dev.muster.core.alert.Severity;
import dev.muster.core.alert.SignsOfLife;
import dev.muster.core.alert.Terms;
import dev.muster.core.alert.Urgency;
import dev.muster.core.alert.noise.Answer;
import dev.muster.core.alert.noise.Confirmation;
import dev.muster.core.alert.noise.Deployments;
import dev.muster.core.alert.noise.NoiseVerdict;
import dev.muster.core.alert.noise.Witnesses;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.deploy.DeployLog;
import dev.muster.core.deploy.Deployment;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Release;
import dev.muster.core.gate.DeployEvidence.Trigger;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a book facts as streams would: what is due is settled before each of them. */
final class BookDriver {
  final HeldRows rows = new HeldRows();
  final List<Settled> settled = new ArrayList<>();
  private final AlertBook book = new AlertBook(rows);
  private final Map<String, SignsOfLife> sources = new HashMap<>();
  private final List<Deployment> deployments = new ArrayList<>();
  private final List<Told.Burn> burns = new ArrayList<>();
  private long offset;
  private long clock;

  void tell(Told fact) {
    clock = Math.max(clock, fact.received());
    wake();
    Instant received = at(fact.received());
    if (fact instanceof Told.Event event) {
      AlertEvent told = event(event);
      hear(told);
      book.take(told);
    } else if (fact instanceof Told.Entry entry) {
      book.defined(received, terms(entry));
    } else if (fact instanceof Told.Deploy deploy) {
      deployments.add(deployment(deploy));
      Long started = deploy.started();
      book.deployed(
          at(started == null ? deploy.ended() : Math.min(started, deploy.ended())), received);
    } else if (fact instanceof Told.Answered answer) {
      book.answered(
          new Answer(
              "muster/sink",
              answer.id(),
              at(answer.time()),
              received,
              answer.rule(),
              NoiseVerdict.valueOf(answer.proposal()),
              answer.accepted()));
    } else if (fact instanceof Told.Burn burn) {
      burns.add(burn);
      book.measured(at(burn.from()), received);
    }
    wake();
  }

  /** Moves the clock on. */
  void advance(long to) {
    clock = Math.max(clock, to);
    wake();
  }

  private void wake() {
    Optional<Instant> due = book.due();
    while (due.isPresent() && !due.get().isAfter(at(clock))) {
      settled.add(book.settle(due.get(), witnesses()));
      due = book.due();
    }
  }

  AlertBook book() {
    return book;
  }

  private void hear(AlertEvent event) {
    Origin origin = event.origin();
    SignsOfLife before = sources.get(origin.source());
    SignsOfLife sign = SignsOfLife.of(origin.time(), origin.received());
    SignsOfLife after = before == null ? sign : before.and(sign);
    sources.put(origin.source(), after);
    if (before == null || !after.first().equals(before.first())) {
      book.heardFirst(after.first(), origin.received());
    }
  }

  private Witnesses witnesses() {
    Map<String, Instant> first = new HashMap<>();
    sources.forEach((source, signs) -> first.put(source, signs.first()));
    return new Witnesses(
        new Deployments(DeployLog.of(deployments), "prod"::equals, Instant.EPOCH),
        new Budget(new PlainBudget(burns)),
        first);
  }

  /** What was told so far. */
  private record Budget(PlainBudget plain) implements Confirmation {
    @Override
    public boolean confirms(Instant from, Instant to) {
      return plain.confirms(from.toEpochMilli(), to.toEpochMilli());
    }

    @Override
    public boolean measured(Instant from, Instant to) {
      return plain.measured(from.toEpochMilli(), to.toEpochMilli());
    }

    @Override
    public List<Span> paging(Instant from, Instant to) {
      List<Span> spans = new ArrayList<>();
      for (long minute : plain.calling(from.toEpochMilli(), to.toEpochMilli())) {
        spans.add(new Span(at(minute), at(minute + 60_000)));
      }
      return spans;
    }

    @Override
    public Instant reach() {
      return Instant.EPOCH;
    }
  }

  static Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  static Terms terms(Told.Entry entry) {
    Rotation rotation =
        entry.rotation().isEmpty()
            ? null
            : new Rotation(
                entry.rotation(),
                "team",
                ZoneId.of(entry.zone()),
                text(entry.pagesFrom()),
                null,
                List.of());
    return new Terms(rotation, entry.production());
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }

  AlertEvent event(Told.Event told) {
    return new AlertEvent(
        new Origin(
            told.id(),
            told.source(),
            "orders",
            at(told.time()),
            at(told.received()),
            new Position("alerts", 0, offset++)),
        new Episode.Id(told.source(), told.series(), at(told.start())),
        told.rule(),
        text(told.environment()),
        AlertState.valueOf(told.state()),
        new AlertEvent.Asks(
            Severity.valueOf(told.severity()),
            Urgency.valueOf(told.urgency()),
            Stream.of(told.protection())
                .filter(p -> !p.isEmpty())
                .map(ProtectedClass::valueOf)
                .findFirst()
                .orElse(null)),
        new AlertEvent.Ties(
            text(told.group()),
            text(told.incident()),
            text(told.musterId()),
            null,
            text(told.runbook())),
        new AlertEvent.Word(
            text(told.by()),
            AlertAction.valueOf(told.action()),
            Stream.of(told.classification())
                .filter(c -> !c.isEmpty())
                .map(Classification::valueOf)
                .findFirst()
                .orElse(null)));
  }

  private static Deployment deployment(Told.Deploy told) {
    Long started = told.started();
    return new Deployment(
        "ci",
        told.environment(),
        told.takenBack() ? Outcome.ROLLED_BACK : Outcome.SUCCEEDED,
        told.byHand() ? Trigger.MANUAL : Trigger.PIPELINE,
        new Release(told.id(), null, null, null, told.undoes() ? "other" : null),
        new Deployment.Times(
            started == null ? null : at(started), null, at(told.ended()), at(told.ended())));
  }
}
