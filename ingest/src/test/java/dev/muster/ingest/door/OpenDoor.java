package dev.muster.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.ingest.IngestSettings;
import dev.muster.ingest.catalogue.KnownServices;
import dev.muster.ingest.catalogue.ServiceCatalogue;
import dev.muster.ingest.catalogue.Services;
import dev.muster.ingest.meters.IngestMeters;
import dev.muster.ingest.publish.FactWire;
import dev.muster.ingest.publish.Outlet;
import dev.muster.runtime.auth.Role;
import dev.muster.runtime.auth.Scope;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.http.HttpServer;
import dev.muster.runtime.http.Operations;
import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.publish.KafkaPublisher;
import dev.muster.runtime.publish.ReceivedClock;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Ingest's server on a free port, with Kafka's own mock producer behind it. */
final class OpenDoor implements AutoCloseable {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final int PARTITIONS = 3;

  final String machine;
  final String person;
  final String admin;

  private final PrometheusMeterRegistry registry = Registries.prometheus();
  private final Catalogue catalogue = new Catalogue();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final Door door;
  private MockProducer<byte[], byte[]> producer = producer(true);
  private final KafkaPublisher publisher;

  private static final class Catalogue implements ServiceCatalogue {
    private volatile KnownServices known = Services.of(Services.service("orders", "availability"));
    private volatile boolean complete = true;

    @Override
    public KnownServices known() {
      return known;
    }

    @Override
    public boolean isComplete() {
      return complete;
    }
  }

  OpenDoor(Path folder) {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    ReceivedClock received = new ReceivedClock(clock);
    publisher = new KafkaPublisher(() -> producer, received);
    publisher.start();
    Outlet outlet =
        new Outlet(
            new FactWire(new MockSchemaRegistryClient(), true),
            publisher,
            received,
            new IngestMeters(registry));
    Tokens tokens = new Tokens(folder, clock, new SecureRandom());
    machine =
        tokens
            .issueMachine(
                "ci",
                Map.of(
                    Rights.SOURCE, new Scope(List.of("ci/main")),
                    Rights.SERVICE, new Scope(List.of("orders"))),
                Optional.empty())
            .text();
    person = person(tokens, Role.ATTESTER);
    admin = person(tokens, Role.ADMIN);
    door = new Door(tokens, catalogue, outlet, 4 << 20);
    Settings settings =
        new Settings(Map.of("MUSTER_INGEST_PORT", "0", "MUSTER_INGEST_MAX_REQUEST_BYTES", "65536"));
    server =
        new HttpServer(
            "ingest",
            IngestSettings.read(settings, Ports.FIXED).listen(),
            Operations.open(Map::of, registry),
            door::addTo);
    server.start();
  }

  private static String person(Tokens tokens, Role role) {
    return tokens
        .issuePerson("Ada", "ada@example.org", "team-a", Set.of(role), Duration.ofDays(1))
        .text();
  }

  private static MockProducer<byte[], byte[]> producer(boolean acknowledges) {
    List<PartitionInfo> partitions = new ArrayList<>();
    Topics.ALL.forEach(
        topic -> {
          for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(
                new PartitionInfo(topic.name(), i, Node.noNode(), new Node[0], new Node[0]));
          }
        });
    Cluster cluster = new Cluster("c", List.of(), partitions, Set.of(), Set.of());
    return new MockProducer<>(
        cluster,
        acknowledges,
        new RoundRobinPartitioner(),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private void replaceProducer(boolean acknowledges) {
    producer = producer(acknowledges);
    publisher.start();
  }

  void acknowledgeLater() {
    replaceProducer(false);
  }

  void acknowledge() {
    while (producer.completeNext()) {
      Thread.onSpinWait();
    }
  }

  /** Until so many records wait for their acknowledgement. */
  void awaitWritten(int records) {
    while (producer.history().size() < records) {
      Thread.onSpinWait();
    }
  }

  void kafkaIsAway() {
    producer.sendException = new TimeoutException("no broker");
  }

  void kafkaIsBack() {
    replaceProducer(true);
  }

  void catalogueIsUnread() {
    catalogue.complete = false;
  }

  KnownServices known() {
    return catalogue.known;
  }

  void known(KnownServices known) {
    catalogue.known = known;
  }

  /** Topic and key of each record. */
  List<String> written() {
    return producer.history().stream()
        .map(record -> record.topic() + ' ' + new String(record.key(), UTF_8))
        .toList();
  }

  List<Integer> partitions() {
    return producer.history().stream().map(ProducerRecord::partition).toList();
  }

  /** Of the last record. */
  @Nullable String header(String name) {
    List<ProducerRecord<byte[], byte[]>> all = producer.history();
    return EventHeaders.text(all.get(all.size() - 1).headers(), name);
  }

  String metrics() {
    return registry.scrape();
  }

  HttpResponse<String> post(String path, @Nullable String token, String body) throws Exception {
    return client.send(request(path, token, body), BodyHandlers.ofString());
  }

  /** As curl does it: over HTTP/1.1, where a server may answer before it has all. */
  HttpResponse<String> postPlainly(String path, String token, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(request(path, token, body), (name, value) -> true)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** One that has sent the beginning of a report and not its end. */
  record SlowSender(Socket socket) {
    void end() throws IOException {
      socket.getOutputStream().write("]".getBytes(UTF_8));
      socket.close();
    }
  }

  SlowSender beginToSend(String path, String token) throws IOException {
    Socket socket = new Socket(server.uri().getHost(), server.uri().getPort());
    String start =
        "POST %s HTTP/1.1\r\nHost: muster\r\nAuthorization: Bearer %s\r\nContent-Length: 2\r\n\r\n["
            .formatted(path, token);
    socket.getOutputStream().write(start.getBytes(UTF_8));
    socket.getOutputStream().flush();
    return new SlowSender(socket);
  }

  /** Until so many reports are on their way. */
  void awaitReceiving(int reports) {
    while (door.receiving() != reports) {
      Thread.onSpinWait();
    }
  }

  /** With this header as well, as often as it has values. */
  HttpResponse<String> post(String path, String body, String header, String... values)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(request(path, admin, body), (name, value) -> true);
    for (String value : values) {
      request.header(header, value);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> postLater(String path, String token, String body) {
    return client.sendAsync(request(path, token, body), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private HttpRequest request(String path, @Nullable String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private URI at(String path) {
    return server.uri().resolve(path);
  }

  @Override
  public void close() {
    server.close();
    publisher.close();
  }
}
