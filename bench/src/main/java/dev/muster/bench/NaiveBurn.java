package dev.muster.bench;

import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.SliSample;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.state.WindowStore;

/**
 * What one would write first: a hopping window of the DSL for each of the seven windows of the
 * built-in rules. To be kind to it the windows advance coarsely: the longer ones by a twelfth of
 * their length, so that figures may be that much too old. It judges nothing.
 */
final class NaiveBurn {
  private static final List<Hop> HOPS =
      List.of(
          new Hop("5m", Duration.ofMinutes(5), Duration.ofMinutes(1)),
          new Hop("30m", Duration.ofMinutes(30), Duration.ofMinutes(5)),
          new Hop("1h", Duration.ofHours(1), Duration.ofMinutes(5)),
          new Hop("2h", Duration.ofHours(2), Duration.ofMinutes(10)),
          new Hop("6h", Duration.ofHours(6), Duration.ofMinutes(30)),
          new Hop("24h", Duration.ofHours(24), Duration.ofHours(2)),
          new Hop("72h", Duration.ofHours(72), Duration.ofHours(6)));

  private final Machine machine;
  private final String group;

  private record Hop(String name, Duration size, Duration advance) {}

  NaiveBurn(Machine machine, int round) {
    this.machine = machine;
    this.group = "bench-naive-burn-" + round;
  }

  Rate measure(Load load) throws Exception {
    StreamsConfig configuration = new StreamsConfig(Passthrough.configuration(machine, group));
    try (KafkaStreams streams = new KafkaStreams(topology(), configuration)) {
      streams.start();
      Rate rate = new Meter(machine.admin(), group).measure(load, false);
      streams.close(Duration.ofSeconds(30));
      return rate;
    }
  }

  private Topology topology() {
    RecordSerde<SliSample> serde = new RecordSerde<>(Topics.SLI, machine.registry(), true);
    StreamsBuilder builder = new StreamsBuilder();
    KGroupedStream<String, SliSample> samples =
        builder.stream(Topics.SLI.name(), Consumed.with(Serdes.String(), serde))
            .groupByKey(Grouped.with(Serdes.String(), serde));
    for (Hop hop : HOPS) {
      samples
          .windowedBy(
              TimeWindows.ofSizeAndGrace(hop.size(), Duration.ofHours(1)).advanceBy(hop.advance()))
          .aggregate(
              () -> new byte[2 * Long.BYTES],
              (service, sample, sum) -> add(sum, sample),
              Materialized.<String, byte[], WindowStore<Bytes, byte[]>>as("sum-" + hop.name())
                  .withKeySerde(Serdes.String())
                  .withValueSerde(Serdes.ByteArray()));
    }
    return builder.build();
  }

  private static byte[] add(byte[] sum, SliSample sample) {
    ByteBuffer before = ByteBuffer.wrap(sum);
    return ByteBuffer.allocate(sum.length)
        .putLong(before.getLong() + sample.getGood())
        .putLong(before.getLong() + sample.getTotal())
        .array();
  }
}
