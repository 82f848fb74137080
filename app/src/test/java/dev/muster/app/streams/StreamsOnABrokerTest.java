package dev.muster.app.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.app.kafka.MusterTest;
import dev.muster.app.kafka.TestKafka;
import dev.muster.runtime.part.Health;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.streams.run.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.io.TempDir;

class StreamsOnABrokerTest {
  private final Instant now = Instant.now().minusSeconds(60);

  @TempDir Path folder;

  private Scan scan(String id, String service) {
    return Scan.newBuilder()
        .setId(id)
        .setSource("ci/1")
        .setService(service)
        .setTime(now)
        .setCheck("secret-scan")
        .setTarget("main-repository")
        .setOutcome(ScanOutcome.PASSED)
        .setProof(Proof.MACHINE)
        .build();
  }

  @MusterTest
  void aFactBecomesAJudgementAndARestartSaysNothingTwice(TestKafka kafka) throws Exception {
    try (StreamsWorld world = new StreamsWorld(kafka, folder)) {
      // given
      world.start(false);
      world.apply("orders", now);
      world.send(Topics.SCAN, "orders", scan("s1", "orders"), now.plusSeconds(1));

      // when
      List<GateJudgement> said = world.await(Topics.GATE, 2);
      world.stop();
      world.start(false);
      world.send(Topics.SCAN, "orders", scan("s1", "orders"), now.plusSeconds(2));
      world.send(Topics.SCAN, "orders", failed("s2", "orders"), now.plusSeconds(3));
      List<GateJudgement> after = world.await(Topics.GATE, 3);

      // then
      assertThat(said)
          .extracting(GateJudgement::getEffective)
          .containsExactly(GateStatus.MISSING, GateStatus.PASS);
      assertThat(after)
          .extracting(GateJudgement::getEffective)
          .containsExactly(GateStatus.MISSING, GateStatus.PASS, GateStatus.FAIL);
      assertThat(world.await(Topics.SCORECARD, 2)).isNotEmpty();
    }
  }

  @MusterTest
  void aRestartGoesOnFromTheStateOfItsTasks(TestKafka kafka) throws Exception {
    try (StreamsWorld world = new StreamsWorld(kafka, folder)) {
      // given: most of what a task keeps is empty; a file that is gone once state is thrown away
      world.start(false);
      world.apply("stock", now);
      world.send(Topics.SCAN, "stock", scan("r1", "stock"), now.plusSeconds(1));
      world.awaitOf("stock", 2);
      world.stop();
      List<Path> marks = new ArrayList<>();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path task : all.filter(each -> each.endsWith("0_0")).toList()) {
          marks.add(Files.createFile(task.resolve("mark")));
        }
      }

      // when
      world.start(false);
      world.send(Topics.SCAN, "stock", failed("r2", "stock"), now.plusSeconds(3));
      world.awaitOf("stock", 3);

      // then
      assertThat(marks).isNotEmpty().allSatisfy(mark -> assertThat(mark).exists());
    }
  }

  private Scan failed(String id, String service) {
    return Scan.newBuilder(scan(id, service)).setOutcome(ScanOutcome.FAILED).build();
  }

  @MusterTest
  void withoutOffsetsItRefusesToStartAndARebuildHelps(TestKafka kafka) throws Exception {
    try (StreamsWorld world = new StreamsWorld(kafka, folder);
        Admin admin = Admin.create(kafka.properties())) {
      // given: state, and a group that the broker forgot
      world.start(false);
      world.apply("billing", now);
      world.send(Topics.SCAN, "billing", scan("b1", "billing"), now.plusSeconds(1));
      world.awaitOf("billing", 2);
      world.stop();
      String group = world.newestGroup(admin);
      world.forget(admin, group);

      // when
      StartRefused refused = catchThrowableOfType(StartRefused.class, () -> world.begin(false));
      world.stop();
      world.start(true);

      // then
      assertThat(refused)
          .hasMessageContaining(group)
          .hasMessageContaining("muster streams --rebuild");
      assertThat(world.health()).isInstanceOf(Health.Up.class);
      assertThat(world.awaitOf("billing", 4).subList(2, 4))
          .extracting(GateJudgement::getEffective)
          .containsExactly(GateStatus.MISSING, GateStatus.PASS);
      world.awaitGone(admin, Set.of(group + "-service-state-changelog"));
    }
  }
}
