package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.app.end.MovedStreams.Given;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.streams.burn.BurnJudgements;
import dev.muster.streams.gate.GateJudgements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The past, judged again by the real command beside a broker that lived it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayIT {
  private static final String SLO =
      """
      ---
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: orders-answers}
      spec:
        service: orders
        budgetingMethod: Occurrences
        timeWindow: [{duration: 30d, isRolling: true}]
        objectives: [{target: %s}]
      """;

  private final Instant begin =
      Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofDays(2));
  private final Instant end = begin.plus(Duration.ofHours(9));

  private Path folder;
  private MovedStreams muster;

  @BeforeAll
  void live(@TempDir Path temporary) throws Exception {
    folder = temporary;
    muster = new MovedStreams(folder.resolve("data"), begin);
    Path catalogue = Catalogues.write(folder, List.of("orders", "carts"), "orders-db");
    Files.writeString(catalogue.resolve("slo.yaml"), SLO.formatted("0.999"));
    muster.apply(catalogue);
    History facts = new History(List.of("orders", "carts"), 7);
    for (Instant at = begin.plusSeconds(60); at.isBefore(end); at = at.plusSeconds(60)) {
      append(at);
      if (at.getEpochSecond() % 420 == 0) {
        facts.next(at.plusSeconds(31), Duration.ofHours(20)).appendTo(muster);
      }
    }
  }

  /**
   * A tenth fails for ten minutes, and a hundredth for an hour later on. The 6 h pair holds from
   * the fourth on: 4 * 10 % of 64 minutes are more than 6 * 0.1 %.
   */
  private void append(Instant to) {
    long minute = Duration.between(begin, to).toMinutes();
    long good = minute > 60 && minute <= 70 ? 900 : minute > 240 && minute <= 300 ? 990 : 1_000;
    SliSample sample =
        SliSample.newBuilder()
            .setId("s" + minute)
            .setSource("end/1")
            .setService("orders")
            .setTime(to)
            .setSlo("orders-answers")
            .setFrom(to.minusSeconds(60))
            .setTo(to)
            .setGood(good)
            .setTotal(1_000)
            .build();
    muster.append(Topics.SLI, new Given<>("orders", sample.getId(), to.plusMillis(700), sample));
  }

  @AfterAll
  void close() {
    if (muster != null) {
      muster.close();
    }
  }

  private Program.Ended replay(String... more) {
    List<String> arguments = new ArrayList<>(List.of("replay", "--to", end.toString()));
    arguments.addAll(List.of(more));
    return Program.run(folder, muster.environment(), arguments.toArray(new String[0]));
  }

  @Test
  @Order(1)
  void whatIsReplayedIsWhatStreamsSpeaksAndNothingIsWritten() throws Exception {
    // given
    Instant from = begin.plus(Duration.ofMinutes(3));
    Map<String, Object> before = broker();

    // when
    long began = System.nanoTime();
    Program.Ended ended = replay("--from", from.toString(), "--json").mustBe(0);
    long took = System.nanoTime() - began;

    // then
    JsonNode told = new JsonMapper().readTree(ended.out());
    System.out.printf(
        "replay: %d records, %d judgements, %d ms with the start of its JVM%n",
        told.path("recordsRead").asInt(), told.path("judgements").size(), took / 1_000_000);
    assertThat(broker()).isEqualTo(before);
    assertThat(ended.err()).isEmpty();
    assertThat(told.path("pages").path("times").asInt()).isPositive();
    List<String> again = new ArrayList<>();
    told.path("judgements").forEach(one -> again.add(one.path("identity").asText()));
    muster.moveTo(end.plusSeconds(10));
    muster.begin(false);
    List<String> spoken =
        Until.seen(
            "all judgements", Until.SOON, () -> spoken(from), seen -> seen.size() >= again.size());
    assertThat(spoken).containsExactlyInAnyOrderElementsOf(again).hasSizeGreaterThan(20);
  }

  /** Identities of what was spoken in the time asked for. */
  private List<String> spoken(Instant from) {
    List<String> spoken = new ArrayList<>();
    for (var record : muster.log().read(Topics.GATE)) {
      GateJudgement gate = record.value();
      if (!gate.getSpoken().isBefore(from) && gate.getSpoken().isBefore(end)) {
        spoken.add(GateJudgements.identity(gate));
      }
    }
    for (var record : muster.log().read(Topics.BURN)) {
      BurnJudgement burn = record.value();
      if (!burn.getSpoken().isBefore(from) && burn.getSpoken().isBefore(end)) {
        spoken.add(BurnJudgements.identity(burn));
      }
    }
    return spoken;
  }

  /** All that could be written: where topics end, which topics and groups there are. */
  private Map<String, Object> broker() throws Exception {
    Map<String, Object> seen = new TreeMap<>();
    try (Admin admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", muster.environment().get("MUSTER_KAFKA_BOOTSTRAP_SERVERS")))) {
      var topics = new TreeSet<>(admin.listTopics().names().get());
      seen.put("topics", topics);
      seen.put(
          "groups",
          new TreeSet<>(admin.listGroups().all().get().stream().map(Object::toString).toList()));
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach(
              (name, topic) ->
                  topic
                      .partitions()
                      .forEach(
                          one ->
                              asked.put(
                                  new TopicPartition(name, one.partition()), OffsetSpec.latest())));
      admin
          .listOffsets(asked)
          .all()
          .get()
          .forEach((partition, found) -> seen.put(partition.toString(), found.offset()));
    }
    return seen;
  }

  @Test
  @Order(2)
  void aTargetThatIsTriedTellsWhichPagesItWouldHaveSpared() throws Exception {
    Path file = Files.writeString(folder.resolve("lax.yaml"), SLO.formatted("0.99"));

    Program.Ended ended =
        replay("--from", begin.plusSeconds(180).toString(), "--slo", file.toString()).mustBe(0);

    assertThat(ended.out())
        .contains("orders orders-answers")
        .containsPattern("would not have paged, instead of once for \\d+ min")
        .contains("no page: from " + begin.plus(Duration.ofMinutes(64)))
        .contains("would have opened one ticket for ", ", instead of none");
  }

  @Test
  @Order(3)
  void aFileWithAMistakeIsNamedByItsPlace() throws Exception {
    String wrong = SLO.formatted("0.99").replace("service: orders", "service: order");
    Path file = Files.writeString(folder.resolve("wrong.yaml"), wrong);

    Program.Ended ended =
        replay("--from", begin.plusSeconds(180).toString(), "--slo", file.toString()).mustBe(1);

    assertThat(ended.err())
        .contains(file + ":6:12: spec.service: expected the name of a service, got \"order\"")
        .contains("did you mean orders?", "1 mistake; nothing was replayed.");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  @Order(4)
  void beforeTheLogIsRefusedAndTheEarliestInstantIsNamed() {
    Program.Ended before = replay("--from", begin.minusSeconds(60).toString()).mustBe(3);
    Program.Ended unknown =
        replay("--from", begin.plusSeconds(180).toString(), "--service", "cart").mustBe(3);
    Program.Ended future =
        Program.run(
                folder,
                muster.environment(),
                "replay",
                "--from",
                begin.toString(),
                "--to",
                "2999-01-01")
            .mustBe(2);

    assertThat(before.err()).contains(begin.plusMillis(60_700).toString());
    assertThat(unknown.err()).contains("\"cart\"; did you mean carts?");
    assertThat(future.err()).contains("--to needs an instant that is over");
  }
}
