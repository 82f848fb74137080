package dev.muster.ingest;

import dev.muster.ingest.catalogue.CatalogueView;
import dev.muster.ingest.door.Door;
import dev.muster.ingest.meters.IngestMeters;
import dev.muster.ingest.publish.FactWire;
import dev.muster.ingest.publish.Outlet;
import dev.muster.ingest.replay.KafkaLetters;
import dev.muster.ingest.replay.LetterBox;
import dev.muster.ingest.replay.Replayer;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.http.HttpServer;
import dev.muster.runtime.http.Operations;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import dev.muster.runtime.part.Parts;
import dev.muster.runtime.publish.KafkaPublisher;
import dev.muster.runtime.publish.ReceivedClock;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.Topics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Ingest as one part: its server, the catalogue it places facts by, the producer, and the replay of
 * what was parked. Topics must be there, see {@code Topics.of(Program.INGEST)}.
 */
public final class IngestPart implements Part {
  private static final Duration BEYOND_KAFKA = Duration.ofSeconds(4);

  private final Parts parts;
  private final HttpServer server;

  /**
   * Puts ingest together.
   *
   * @param clock says when facts are received; what it says may lie in the past
   */
  public IngestPart(
      IngestSettings settings,
      Neighbours neighbours,
      Tokens tokens,
      PrometheusMeterRegistry metrics,
      Clock clock) {
    Clients clients = new Clients(neighbours.kafka(), settings.acknowledged());
    ReceivedClock received = new ReceivedClock(clock);
    KafkaPublisher publisher = new KafkaPublisher(clients::producer, received);
    CatalogueView catalogue =
        new CatalogueView(
            () -> clients.reader("catalogue"),
            new RecordSerde<>(Topics.CATALOG, neighbours.registry(), false).deserializer());
    IngestMeters meters = new IngestMeters(metrics);
    FactWire wire = new FactWire(neighbours.registry(), neighbours.registerSchemas());
    Outlet outlet = new Outlet(wire, publisher, received, meters);
    KafkaLetters letters =
        new KafkaLetters(
            new LetterBox(() -> clients.reader("letters"), settings.acknowledged()),
            catalogue,
            outlet);
    Replayer replayer = new Replayer(() -> clients.reader("replay"), catalogue, letters);
    meters.watch(replayer::waiting, () -> catalogue.known().services().size());
    Door door = new Door(tokens, catalogue, outlet, settings.maxReportBytes());
    List<Part> inside = List.of(publisher, catalogue, replayer);
    server =
        new HttpServer(
            "ingest",
            settings.listen(),
            Operations.open(new Parts(inside)::check, metrics),
            builder -> {
              builder.requestTimeout(settings.acknowledged().plus(BEYOND_KAFKA));
              door.addTo(builder);
            });
    parts = new Parts(List.of(publisher, catalogue, replayer, server));
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public void start() {
    parts.start();
  }

  /** Where it listens; only while it does. */
  public URI uri() {
    return server.uri();
  }

  /** As its worst part is. */
  @Override
  public Health check() {
    return parts.worst();
  }

  @Override
  public void close() {
    parts.close();
  }
}
