package dev.muster.bench;

import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.judgement.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * From a fact to the scorecard it changes, while a thousand facts come in a second: one of ten is a
 * scan, each of a service that was quiet before, so that its scorecard is emitted at once.
 *
 * @param waits of each scorecard, in milliseconds, sorted
 */
record Live(List<Long> waits) {
  private static final int FACTS = 20_000;
  private static final int SCAN_EVERY = 10;
  private static final Duration NOTHING_MORE = Duration.ofSeconds(3);
  private static final Duration GLANCE = Duration.ofMillis(1);

  static Live measure(Machine machine, Load load) {
    RecordSerde<Scorecard> serde = new RecordSerde<>(Topics.SCORECARD, machine.registry(), true);
    try (Letters letters = new Letters(machine);
        KafkaConsumer<String, Scorecard> reader =
            new KafkaConsumer<>(
                machine.kafka().liveView("bench-live"),
                new StringDeserializer(),
                serde.deserializer())) {
      reader.assign(
          reader.partitionsFor(Topics.SCORECARD.name()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList());
      reader.seekToEnd(reader.assignment());
      while (!reader.poll(NOTHING_MORE).isEmpty()) {
        // Those of the backlog: each service gets one when its task has caught up.
      }
      return new Live(watch(letters, reader, load));
    }
  }

  private static List<Long> watch(
      Letters letters, KafkaConsumer<String, Scorecard> reader, Load load) {
    List<Long> waits = new ArrayList<>();
    Map<String, Instant> scanned = new HashMap<>();
    Instant begun = Instant.now();
    for (int i = 0; i < FACTS; ) {
      while (i < FACTS && !begun.plusMillis(i).isAfter(Instant.now())) {
        send(letters, load, i, scanned);
        i++;
      }
      read(reader, scanned, waits, GLANCE);
    }
    read(reader, scanned, waits, NOTHING_MORE);
    Collections.sort(waits);
    return waits;
  }

  private static void send(Letters letters, Load load, int number, Map<String, Instant> scanned) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    if (number % SCAN_EVERY == 0) {
      String service = load.mix().service(number / SCAN_EVERY % load.mix().services());
      letters.send(
          Topics.SCAN, service, load.scan(service, load.facts() + number, now, false), now);
      scanned.put(service, now);
    } else {
      // Of services that are not scanned here.
      int slo = load.mix().services() - 1 - number % load.mix().slos();
      SliSample sample = load.sample(slo, load.facts() + number, now);
      letters.send(Topics.SLI, sample.getService(), sample, now);
    }
  }

  private static void read(
      KafkaConsumer<String, Scorecard> reader,
      Map<String, Instant> scanned,
      List<Long> waits,
      Duration atMost) {
    reader
        .poll(atMost)
        .forEach(
            card -> {
              Instant spoken = Instant.ofEpochMilli(card.timestamp());
              if (spoken.equals(scanned.get(card.key()))) {
                waits.add(Duration.between(spoken, Instant.now()).toMillis());
              }
            });
  }

  private long at(double share) {
    return waits.isEmpty() ? -1 : waits.get((int) Math.ceil(share * waits.size()) - 1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d scorecards: half within %d ms, 99 %% within %d ms",
        waits.size(),
        at(0.5),
        at(0.99));
  }
}
