package dev.muster.ingest.door;

import dev.muster.ingest.catalogue.Placement;
import dev.muster.ingest.catalogue.Placer;
import dev.muster.ingest.catalogue.ServiceCatalogue;
import dev.muster.ingest.collector.Reading;
import dev.muster.ingest.door.Outcome.Item;
import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.fact.FactReader;
import dev.muster.ingest.publish.Outlet;
import dev.muster.ingest.publish.Trace;
import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.part.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From what was read to what is acknowledged: all of a request, or none of it. */
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final int REMEMBERED = 50_000;

  private final ServiceCatalogue catalogue;
  private final Outlet outlet;
  private final RecentFacts recent = new RecentFacts(REMEMBERED);

  Intake(ServiceCatalogue catalogue, Outlet outlet) {
    this.catalogue = catalogue;
    this.outlet = outlet;
  }

  /** May wait for the registry and for topic metadata. */
  CompletableFuture<Outcome> take(Identity who, Reading reading, Trace trace) {
    Optional<String> source = Rights.onlySource(who);
    List<Fact> facts = new ArrayList<>();
    for (Candidate candidate : reading.candidates()) {
      if (!candidate.json().has("source")) {
        source.ifPresent(only -> candidate.json().put("source", only));
      }
      FactReader.read(candidate, reading.errors()).ifPresent(facts::add);
    }
    if (!reading.errors().isEmpty()) {
      return done(new Outcome.Malformed(reading.errors().all()));
    }
    Optional<String> missing =
        facts.stream().flatMap(fact -> Rights.missing(who, fact).stream()).findFirst();
    if (missing.isPresent()) {
      return done(new Outcome.Forbidden(missing.get()));
    } else if (!catalogue.isComplete()) {
      return done(new Outcome.Unavailable("The catalogue has not been read yet."));
    }
    return publish(facts, reading.warnings(), trace);
  }

  private CompletableFuture<Outcome> publish(List<Fact> facts, List<String> warnings, Trace trace) {
    Instant now = outlet.received().now();
    Batch batch = new Batch(outlet.wire(), recent, trace);
    try {
      facts.forEach(fact -> batch.add(fact, Placer.place(fact, catalogue.known(), now), now));
    } catch (KafkaException e) {
      return done(unavailable("The schema registry does not answer.", e));
    }
    return outlet
        .publisher()
        .publish(batch.outgoing())
        .handle(
            (acknowledged, failure) -> {
              if (failure != null) {
                return unavailable("Kafka does not acknowledge.", failure);
              }
              batch.remember();
              count(facts, batch);
              return new Outcome.Taken(batch.items(), warnings);
            });
  }

  private void count(List<Fact> facts, Batch batch) {
    for (int i = 0; i < facts.size(); i++) {
      Item item = batch.items().get(i);
      outlet.meters().answered(facts.get(i).kind(), Answers.word(item.status()));
    }
    batch.newlyParked().forEach(outlet.meters()::parked);
    Set.copyOf(batch.newlyParked()).forEach(reason -> tell(reason, facts, batch));
  }

  /** Somebody can act: apply the service, or name it. */
  private static void tell(Placement.Reason reason, List<Fact> facts, Batch batch) {
    LOG.atWarn()
        .addKeyValue("reason", reason.code())
        .addKeyValue("facts", Collections.frequency(batch.newlyParked(), reason))
        .addKeyValue("kinds", facts.stream().map(fact -> fact.kind().word()).distinct().toList())
        .log("facts are parked");
  }

  private static Outcome unavailable(String detail, Throwable failure) {
    LOG.atWarn().addKeyValue("fault", Fault.of(failure)).log("facts were not acknowledged");
    return new Outcome.Unavailable(detail);
  }

  private static CompletableFuture<Outcome> done(Outcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }
}
