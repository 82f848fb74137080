package dev.muster.app.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.kafka.MusterTest;
import dev.muster.app.kafka.TestKafka;
import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Slo;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.AlertState;
import dev.muster.schemas.fact.Severity;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.judgement.NoiseJudgement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.io.TempDir;

/** What one task tells another of its budgets, over a broker. */
class ConfirmedOnABrokerTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Slo AVAILABILITY =
      new Slo(
          "availability",
          null,
          null,
          new BigDecimal("0.999"),
          Slo.DEFAULT_PERIOD,
          new Budgeting.Occurrences(),
          BurnRule.BUILT_IN,
          Slo.DEFAULT_MIN_FAILURES,
          HOUR,
          null);

  /** Five weeks before this one. */
  private final Instant begin =
      LocalDate.now(ZoneOffset.UTC)
          .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
          .minusWeeks(5)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant();

  private final Instant failed = begin.plus(Duration.ofDays(30));

  @TempDir Path folder;

  @MusterTest
  void aServiceOfAnotherPartitionConfirmsAnAlert(TestKafka kafka) throws Exception {
    // given
    assertThat(partition("orders")).isNotEqualTo(partition("billing"));
    try (StreamsWorld world = new StreamsWorld(kafka, folder)) {
      world.start(false);
      world.stop();
      world.apply(StreamsWorld.service("orders", List.of(), List.of("billing")), begin);
      world.apply(
          StreamsWorld.service("billing", List.of(AVAILABILITY), List.of())
              .confirming(List.of("orders")),
          begin);
      Alert firing = firing();
      world.send(Topics.ALERT, "orders", firing, failed.plusSeconds(60));
      world.send(Topics.ALERT, "orders", resolved(firing), failed.plus(HOUR));
      for (Instant to = begin; to.isBefore(begin.plus(Duration.ofDays(36))); to = to.plus(HOUR)) {
        world.send(Topics.SLI, "billing", sample(to), to.plusSeconds(1));
      }

      // when
      world.start(false);

      // then
      List<NoiseJudgement> said = new ArrayList<>();
      StreamsWorld.await(
          "an alert of orders to be confirmed",
          () -> {
            said.clear();
            said.addAll(world.await(Topics.NOISE, 1));
            return said.stream().anyMatch(ConfirmedOnABrokerTest::isConfirmed);
          });
      assertThat(said).allMatch(week -> week.getService().equals("orders"));
    }
  }

  private static boolean isConfirmed(NoiseJudgement week) {
    return week.getConfirmed() != null && week.getConfirmed() == 1;
  }

  private static int partition(String service) {
    return BuiltInPartitioner.partitionForKey(service.getBytes(StandardCharsets.UTF_8), 2);
  }

  private Alert firing() {
    return Alert.newBuilder()
        .setId("a1")
        .setSource("alertmanager/eu-1")
        .setService("orders")
        .setRule("Disk")
        .setFingerprint("pod-1")
        .setStartedAt(failed)
        .setEnvironment("production")
        .setSeverity(Severity.PAGE)
        .setState(AlertState.FIRING)
        .setTime(failed)
        .build();
  }

  private Alert resolved(Alert firing) {
    return Alert.newBuilder(firing)
        .setId("a2")
        .setState(AlertState.RESOLVED)
        .setTime(failed.plus(HOUR))
        .build();
  }

  private SliSample sample(Instant to) {
    return SliSample.newBuilder()
        .setId("s" + to)
        .setSource("prometheus/eu-1")
        .setService("billing")
        .setTime(to)
        .setSlo("availability")
        .setFrom(to.minus(HOUR))
        .setTo(to)
        .setGood(to.equals(failed.plus(HOUR)) ? 0 : 1_000)
        .setTotal(1_000)
        .build();
  }
}
