package dev.muster.bench;

import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A proof of each of many services that runs out within one second; how long it takes until all are
 * told stale, by gate and by scorecard.
 *
 * @param deadlines met
 * @param gates seconds until the last gate's judgement can be read
 * @param cards seconds until the last scorecard can be read
 */
record Deadlines(int deadlines, double gates, double cards) {
  /** Asked for every two days. */
  private static final String CHECK = "alert-rules";

  private static final Duration FRESH = Duration.ofDays(2);

  /** Streams waits so long for what may still be on its way. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** For reading the proofs, and for the scorecards that they change. */
  private static final Duration LEAD = Duration.ofMinutes(2);

  private static final Duration GIVES_UP = Duration.ofMinutes(5);
  private static final Duration GLANCE = Duration.ofMillis(10);

  static Deadlines measure(Machine machine, Town town, int services) throws Exception {
    try (Judging judging = new Judging(machine, false);
        Letters letters = new Letters(machine);
        KafkaConsumer<String, GateJudgement> gates = reader(machine, Topics.GATE);
        KafkaConsumer<String, Scorecard> cards = reader(machine, Topics.SCORECARD)) {
      town.write(letters, names(services).stream().map(town::service), now());
      letters.await();
      Meter meter = judging.start();
      meter.await(Set.of(Topics.CATALOG.name()), town.entries(services));
      for (int shown = 0; shown < services; ) {
        shown += cards.poll(GLANCE).count();
      }
      gates.seekToEnd(gates.assignment());
      gates.assignment().forEach(gates::position);
      Instant due = now().truncatedTo(ChronoUnit.SECONDS).plus(LEAD);
      for (int i = 0; i < services; i++) {
        Instant time = due.minus(FRESH).plusMillis(1_000L * i / services);
        letters.send(Topics.SCAN, "service-" + i, scan("service-" + i, time), now());
      }
      letters.await();
      meter.await(Set.of(Topics.SCAN.name()), services);
      if (now().isAfter(due)) {
        throw new IllegalStateException("need a quieter machine: the proofs ran out while read");
      }
      return watch(services, due, gates, cards);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Deadlines watch(
      int services,
      Instant due,
      KafkaConsumer<String, GateJudgement> gates,
      KafkaConsumer<String, Scorecard> cards) {
    Set<String> silent = names(services);
    Set<String> unshown = new HashSet<>(silent);
    Instant last = due.plusSeconds(1).plus(GRACE);
    double gatesTook = 0;
    while (!silent.isEmpty() || !unshown.isEmpty()) {
      if (Instant.now().isAfter(last.plus(GIVES_UP))) {
        throw new IllegalStateException(silent.size() + " gates were never told stale");
      }
      gates
          .poll(GLANCE)
          .forEach(
              judgement -> {
                if (judgement.value().getRaw() == GateStatus.STALE) {
                  if (Instant.now().isBefore(due)) {
                    throw new IllegalStateException("told stale before it was");
                  }
                  silent.remove(judgement.key());
                }
              });
      gatesTook = silent.isEmpty() && gatesTook == 0 ? since(last) : gatesTook;
      cards.poll(GLANCE).forEach(card -> shown(card.key(), card.value(), due, unshown));
    }
    return new Deadlines(services, gatesTook, since(last));
  }

  private static void shown(String service, Scorecard card, Instant due, Set<String> unshown) {
    if (!card.getSpoken().isBefore(due)) {
      unshown.remove(service);
    }
  }

  private static double since(Instant instant) {
    return Duration.between(instant, Instant.now()).toMillis() / 1e3;
  }

  private static Set<String> names(int services) {
    return IntStream.range(0, services)
        .mapToObj(number -> "service-" + number)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Scan scan(String service, Instant time) {
    return Scan.newBuilder()
        .setId("scan-of-" + service)
        .setSource("bench/1")
        .setService(service)
        .setTime(time)
        .setCheck(CHECK)
        .setTarget("https://" + service + ".example.org")
        .setOutcome(ScanOutcome.PASSED)
        .setValues(Map.of("pagingWithoutRunbook", 0.0, "pagingOnCauses", 0.0))
        .setProof(Proof.MACHINE)
        .build();
  }

  private static <T extends SpecificRecord> KafkaConsumer<String, T> reader(
      Machine machine, TopicSpec<T> topic) {
    KafkaConsumer<String, T> reader =
        new KafkaConsumer<>(
            machine.kafka().liveView("bench-" + topic.name()),
            new StringDeserializer(),
            new RecordSerde<>(topic, machine.registry(), true).deserializer());
    reader.assign(
        reader.partitionsFor(topic.name()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList());
    reader.seekToBeginning(reader.assignment());
    return reader;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d deadlines within a second: the last is judged %.1f s after it may be spoken,"
            + " its scorecard shown after %.1f s",
        deadlines,
        gates,
        cards);
  }
}
