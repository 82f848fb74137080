package dev.muster.bench;

import dev.muster.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How long scorecards are as records.
 *
 * @param sizes bytes of each, sorted
 */
record Cards(List<Integer> sizes) {
  private static final Duration NOTHING_MORE = Duration.ofSeconds(3);

  /** Bytes of each service's newest one. */
  static Map<String, Integer> newest(Machine machine) {
    Map<String, Integer> newest = new HashMap<>();
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(
            machine.kafka().liveView("bench-cards"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      reader.assign(
          reader.partitionsFor(Topics.SCORECARD.name()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList());
      reader.seekToBeginning(reader.assignment());
      var some = reader.poll(NOTHING_MORE);
      while (!some.isEmpty()) {
        for (ConsumerRecord<String, byte[]> card : some) {
          newest.put(card.key(), card.value() == null ? 0 : card.value().length);
        }
        some = reader.poll(NOTHING_MORE);
      }
    }
    return newest;
  }

  static Cards of(Collection<Integer> sizes) {
    return new Cards(sizes.stream().sorted().toList());
  }

  private int at(double share) {
    return sizes.isEmpty() ? 0 : sizes.get((int) Math.ceil(share * sizes.size()) - 1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d scorecards: half within %,d bytes, 99 %% within %,d, none above %,d",
        sizes.size(),
        at(0.5),
        at(0.99),
        at(1));
  }
}
