package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a sender is answered that cannot be helped, and what nobody is ever shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswersIT {
  /** Stands in every payload sent here, and so must stand in no answer and no log. */
  private static final String MARK = "marked-payload-5f1c";

  /** Of the right form, checksum and all, but of nobody. */
  private static final String WRONG = "muster_p_" + "5f".repeat(32) + "a0826bdd";

  private static final int LIMIT = 1 << 20;

  private final List<Http.Answer> answers = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>(List.of(WRONG));
  private Path folder;
  private RunningMuster muster;

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    muster = RunningMuster.up(folder.resolve("data"));
    muster.apply(Catalogues.write(folder, List.of("orders", "carts"), "orders-db"));
    tokens.add(muster.token());
    Until.so("known", Until.SOON, () -> muster.scorecard("orders").has("service"));
  }

  @AfterAll
  void close() {
    if (muster != null) {
      muster.close();
    }
  }

  @Test
  @Order(1)
  void aWrongTokenOrNoneIs401OnEveryServer() throws Exception {
    for (String token : List.of(WRONG, "", "nonsense")) {
      Http ingest = new Http(muster.addresses().ingest(), token);
      Http pages = new Http(muster.addresses().pages(), token);

      assertThat(kept(ingest.post("/v1/facts/scan", fact("s-1"))).status()).isEqualTo(401);
      assertThat(kept(pages.get("/api/v1/scorecards")).status()).isEqualTo(401);
      assertThat(kept(pages.get("/api/v1/stream")).status()).isEqualTo(401);
    }
  }

  @Test
  @Order(2)
  void noRightIs403() throws Exception {
    // given
    Http carts = ingest(token("--name", "carts", "--source", "end/1", "--service", "carts"));
    Http other = ingest(token("--name", "other", "--source", "ci/2", "--service", "*"));
    Http viewer =
        ingest(token("--name", "V", "--email", "v@example.org", "--team", "t", "--role", "viewer"));

    for (Http sender : List.of(carts, other, viewer)) {
      assertThat(kept(sender.post("/v1/facts/scan", fact("s-2"))).status()).isEqualTo(403);
    }
  }

  @Test
  @Order(3)
  void overTheLimitIs413() throws Exception {
    String tooLong = fact("s-3").replace(MARK, MARK + "x".repeat(LIMIT));

    assertThat(kept(muster.ingest().post("/v1/facts/scan", tooLong)).status()).isEqualTo(413);
  }

  @Test
  @Order(4)
  void malformedIs400AndNamesEachField() throws Exception {
    String batch =
        "["
            + fact("s-4")
            + ","
            + fact("s-5").replace("\"PASSED\"", "\"PERHAPS\"")
            + ","
            + fact("s-6").replace("\"time\":", "\"thyme\":")
            + "]";

    Http.Answer fields = kept(muster.ingest().post("/v1/facts/scan", batch));
    Http.Answer broken = kept(muster.ingest().post("/v1/facts/scan", "{\"id\":\"" + MARK + "\","));

    assertThat(fields.status()).isEqualTo(400);
    assertThat(fields.header("content-type")).startsWith("application/problem+json");
    assertThat(fields.json().path("errors").findValuesAsText("field"))
        .contains("[1].outcome", "[2].thyme", "[2].time");
    assertThat(broken.status()).isEqualTo(400);
  }

  @Test
  @Order(5)
  void kafkaAwayIs503AndSaysWhenToComeBack() throws Exception {
    Path apart = Files.createDirectory(folder.resolve("apart"));
    try (Program broker = BrokerAlone.start(apart.resolve("kafka"));
        Program registry = part(apart, "registry", Map.of("MUSTER_REGISTRY_PORT", "0"))) {
      // given
      int port = RunningMuster.freePort();
      Map<String, String> there =
          Map.of(
              "MUSTER_KAFKA_BOOTSTRAP_SERVERS",
              BrokerAlone.address(broker),
              "MUSTER_REGISTRY_URL",
              at(registry),
              "MUSTER_REGISTRY_REGISTER",
              "true",
              "MUSTER_REPLICAS",
              "1",
              "MUSTER_PARTITIONS",
              "1",
              "MUSTER_INGEST_PORT",
              Integer.toString(port),
              "MUSTER_INGEST_ACKNOWLEDGED",
              "PT2S");
      String token = issue(apart.resolve("data"), "--name", "n", "--source", "*", "--service", "*");
      try (Program ingest = part(apart, "ingest", there)) {
        Http sender = new Http(URI.create("http://127.0.0.1:" + port), token);
        Until.so("taken", Until.SOON, () -> posted(sender, "k-1").status() == 202);

        // when
        broker.signal("STOP");
        Http.Answer away = kept(posted(sender, "k-2"));
        broker.signal("CONT");

        // then
        assertThat(away.status()).isEqualTo(503);
        assertThat(Integer.parseInt(away.header("Retry-After"))).isPositive();
        Until.so("taken again", Until.SOON, () -> posted(sender, "k-2").status() == 202);
        assertThat(ingest.process().isAlive()).isTrue();
      }
    }
  }

  @Test
  @Order(6)
  void noAnswerOrLogShowsATokenAStackTraceOrAPayload() throws Exception {
    // given
    writeUnreadable();
    muster.post("scan", fact("s-7"));

    // then
    for (Http.Answer answer : answers) {
      assertHidesAll(answer.status() + " " + answer.response().headers() + answer.text(), "answer");
    }
    List<Path> logs = logs();
    assertThat(logs).hasSizeGreaterThan(4);
    for (Path log : logs) {
      assertHidesAll(Files.readString(log), log.toString());
    }
  }

  private void assertHidesAll(String text, String where) {
    assertThat(text).as(where).doesNotContain(MARK).doesNotContainPattern("\\n\\s+at [\\w.$]+\\(");
    assertThat(text).as(where).doesNotContain("\\tat ", "\\n\\tat", "stackTrace", "stack_trace");
    tokens.forEach(token -> assertThat(text).as(where).doesNotContain(token));
  }

  /** Bytes that are no record, past ingest, as a stray program would write them. */
  private void writeUnreadable() {
    TopicLog log = TopicLog.of(muster.addresses());
    int before = log.bytes(Topics.DEAD_LETTERS).size();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", muster.addresses().kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      var unused = producer.send(new ProducerRecord<>(Topics.SCAN.name(), "orders", MARK));
    }
    Until.so("refused", Until.SOON, () -> log.bytes(Topics.DEAD_LETTERS).size() > before);
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(
              file ->
                  file.toString().contains("/log/")
                      || file.getFileName().toString().contains("-said-")
                      || file.getFileName().toString().startsWith("part-"))
          .toList();
    }
  }

  private static String fact(String id) {
    return Facts.scan(id, "orders", "tracing", "PASSED", Instant.now())
        .replace("\"ref\":\"main\"", "\"ref\":\"" + MARK + '"');
  }

  private Http.Answer kept(Http.Answer answer) {
    answers.add(answer);
    return answer;
  }

  private static Http.Answer posted(Http sender, String id) throws Exception {
    return sender.post("/v1/facts/scan", fact(id));
  }

  private Http ingest(String token) {
    return new Http(muster.addresses().ingest(), token);
  }

  private String token(String... arguments) {
    return issue(muster.data(), arguments);
  }

  private String issue(Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of("token", "create"));
    all.addAll(List.of(arguments));
    String token =
        Program.run(folder, Map.of("MUSTER_DATA", data.toString()), all.toArray(new String[0]))
            .mustBe(0)
            .out()
            .strip();
    tokens.add(token);
    return token;
  }

  private static Program part(Path apart, String name, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("MUSTER_DATA", apart.resolve("data").toString());
    return Program.start(apart.resolve("part-" + name + ".txt"), all, List.of(name));
  }

  private static String at(Program registry) {
    return Until.seen(
            "the registry's address",
            Until.SOON,
            () ->
                Stream.of(registry.said().split("[ ;\\n]"))
                    .filter(word -> word.startsWith("http://"))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
