package dev.muster.ingest.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.ingest.catalogue.KnownServices;
import dev.muster.ingest.catalogue.Placement;
import dev.muster.ingest.catalogue.Placer;
import dev.muster.ingest.catalogue.ServiceCatalogue;
import dev.muster.ingest.catalogue.Services;
import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.fact.FactKind;
import dev.muster.ingest.fact.FactReader;
import dev.muster.ingest.fact.FieldErrors;
import dev.muster.ingest.meters.IngestMeters;
import dev.muster.ingest.publish.FactWire;
import dev.muster.ingest.publish.Outlet;
import dev.muster.ingest.publish.Trace;
import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.publish.Outgoing;
import dev.muster.runtime.publish.Publisher;
import dev.muster.runtime.publish.ReceivedClock;
import dev.muster.schemas.DeadLetterHeaders.Place;
import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Parked facts against a dead-letter topic held in a list: offsets are its places. */
class ReplayTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
  private final List<Outgoing> facts = new ArrayList<>();
  private final Known catalogue = new Known();
  private final FactWire wire = new FactWire(new MockSchemaRegistryClient(), true);
  private final ReceivedClock clock = new ReceivedClock(Clock.fixed(NOON, ZoneOffset.UTC));
  private boolean away;

  private static final class Known implements ServiceCatalogue {
    private KnownServices known = KnownServices.NONE;

    @Override
    public KnownServices known() {
      return known;
    }

    @Override
    public boolean isComplete() {
      return true;
    }
  }

  private CompletableFuture<Void> write(List<Outgoing> records) {
    if (away) {
      return CompletableFuture.failedFuture(new TimeoutException("no broker"));
    }
    for (Outgoing record : records) {
      if (record.topic().equals(Topics.DEAD_LETTERS.name())) {
        letters.add(
            new ConsumerRecord<>(
                record.topic(),
                0,
                letters.size(),
                NOON.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()),
                Optional.empty()));
      } else {
        facts.add(record);
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  private Fact sample(String id, String service, String slo) throws Exception {
    String json =
        """
        {"id": "%s", "source": "prom", "service": "%s", "slo": "%s",
         "time": "2026-11-21T11:59:00Z", "from": "2026-11-21T11:58:00Z",
         "to": "2026-11-21T11:59:00Z", "good": 1, "total": 1}
        """
            .formatted(id, service, slo);
    ObjectNode object = (ObjectNode) new JsonMapper().readTree(json);
    return FactReader.read(new Candidate(FactKind.SLI, object, ""), new FieldErrors())
        .orElseThrow();
  }

  private void park(String id, String service, String slo) throws Exception {
    Fact fact = sample(id, service, slo);
    Placement.Parked parked = (Placement.Parked) Placer.place(fact, catalogue.known(), clock.now());
    write(List.of(Parking.letter(wire, fact, Trace.NONE, parked, NOON))).join();
  }

  /** What a start finds waiting. */
  private ParkedIndex index() {
    ParkedIndex index = new ParkedIndex();
    letters.forEach(index::read);
    return index;
  }

  private Letters.Tried replay(String service) {
    Publisher publisher = this::write;
    Outlet outlet = new Outlet(wire, publisher, clock, new IngestMeters(Registries.prometheus()));
    return new KafkaLetters(
            places ->
                letters.stream()
                    .filter(l -> places.contains(new Place(l.partition(), l.offset())))
                    .toList(),
            catalogue,
            outlet)
        .replay(service, index().of(service));
  }

  @Test
  void aParkedFactIsPlacedWithTheSameIdWhenItsServiceIsKnown() throws Exception {
    park("s-1", "orders", "availability");
    catalogue.known = Services.of(Services.service("orders", "availability"));

    Letters.Tried tried = replay("orders");

    assertThat(tried.complete()).isTrue();
    assertThat(facts).hasSize(1);
    Outgoing placed = facts.get(0);
    assertThat(placed.topic()).isEqualTo("muster.facts.sli.v1");
    assertThat(placed.key()).isEqualTo("orders");
    assertThat(EventHeaders.text(new RecordHeaders(placed.headers()), "ce_id")).isEqualTo("s-1");
    assertThat(placed.value()).isEqualTo(letters.get(0).value());
  }

  @Test
  void aRestartReplaysNothingTwice() throws Exception {
    park("s-1", "orders", "availability");
    catalogue.known = Services.of(Services.service("orders", "availability"));
    replay("orders");

    ParkedIndex afterRestart = index();
    replay("orders");

    assertThat(afterRestart.size()).isZero();
    assertThat(facts).hasSize(1);
  }

  @Test
  void whatWasNotAcknowledgedIsTriedAgain() throws Exception {
    park("s-1", "orders", "availability");
    catalogue.known = Services.of(Services.service("orders", "availability"));

    away = true;
    boolean complete = replay("orders").complete();
    away = false;
    replay("orders");

    assertThat(complete).isFalse();
    assertThat(facts).hasSize(1);
  }

  @Test
  void aFactOfAnUnknownSloWaitsUntilTheEntryNamesIt() throws Exception {
    catalogue.known = Services.of(Services.service("orders", "latency"));
    park("s-1", "orders", "availability");

    replay("orders");
    int before = facts.size();
    catalogue.known = Services.of(Services.service("orders", "latency", "availability"));
    replay("orders");

    assertThat(before).isZero();
    assertThat(facts).hasSize(1);
  }

  @Test
  void factsAreReplayedInTheOrderInWhichTheyCame() throws Exception {
    for (int i = 0; i < 20; i++) {
      park("s-" + i, "orders", "availability");
      park("x-" + i, "billing", "availability");
    }
    catalogue.known = Services.of(Services.service("orders", "availability"));

    replay("orders");

    assertThat(facts)
        .extracting(fact -> EventHeaders.text(new RecordHeaders(fact.headers()), "ce_id"))
        .startsWith("s-0", "s-1", "s-2")
        .hasSize(20);
    assertThat(index().services()).containsExactly("billing");
  }

  @Test
  void whatOthersPutAmongTheDeadLettersIsLeftAlone() {
    letters.add(
        new ConsumerRecord<>(Topics.DEAD_LETTERS.name(), 0, 0, "orders", "x".getBytes(UTF_8)));

    assertThat(index().size()).isZero();
  }

  @Test
  void aLetterThatCannotBeReadAnyMoreEndsWithoutBeingPlaced() throws Exception {
    park("s-1", "orders", "availability");
    ConsumerRecord<String, byte[]> good = letters.get(0);
    letters.set(
        0,
        new ConsumerRecord<>(
            good.topic(),
            0,
            0,
            0L,
            TimestampType.CREATE_TIME,
            0,
            0,
            good.key(),
            new byte[] {1, 2, 3, 4, 5, 6},
            good.headers(),
            Optional.empty()));
    catalogue.known = Services.of(Services.service("orders", "availability"));

    Letters.Tried tried = replay("orders");

    assertThat(tried.ended()).containsExactly(new Place(0, 0));
    assertThat(facts).isEmpty();
  }
}
