package dev.muster.bench;

import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The yardstick: reads the same facts with the same serdes, puts one value, writes one record. */
final class Passthrough {
  private static final String STORE = "newest";
  private static final String PROCESSOR = "put";
  private static final long CACHE = 16L << 20;

  private final Machine machine;
  private final String group;

  Passthrough(Machine machine, int round) {
    this.machine = machine;
    this.group = "bench-passthrough-" + round;
  }

  Rate measure(Load load) throws Exception {
    machine
        .admin()
        .createTopics(
            Load.TOPICS.stream()
                .map(topic -> new NewTopic(out(topic), Machine.LAYOUT.partitions(), (short) 1))
                .toList())
        .all()
        .get();
    try (KafkaStreams streams =
        new KafkaStreams(topology(), new StreamsConfig(configuration(machine, group)))) {
      streams.start();
      Rate rate = new Meter(machine.admin(), group).measure(load, false);
      streams.close(Duration.ofSeconds(30));
      return rate;
    }
  }

  private Topology topology() {
    Topology topology = new Topology();
    for (TopicSpec<? extends SpecificRecord> topic : Load.TOPICS) {
      add(topology, topic);
    }
    String[] processors =
        Load.TOPICS.stream().map(topic -> PROCESSOR + topic.name()).toArray(String[]::new);
    return topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.String())
            .withCachingEnabled(),
        processors);
  }

  private <T extends SpecificRecord> void add(Topology topology, TopicSpec<T> topic) {
    RecordSerde<T> serde = new RecordSerde<>(topic, machine.registry(), true);
    RecordSerde<T> outgoing =
        new RecordSerde<>(
            new TopicSpec<>(
                out(topic),
                topic.record(),
                topic.key(),
                topic.kept(),
                topic.writers(),
                topic.readers()),
            machine.registry(),
            true);
    topology
        .addSource(topic.name(), new StringDeserializer(), serde.deserializer(), topic.name())
        .addProcessor(PROCESSOR + topic.name(), Put<T>::new, topic.name())
        .addSink(
            "out" + topic.name(),
            out(topic),
            new StringSerializer(),
            outgoing.serializer(),
            PROCESSOR + topic.name());
  }

  private String out(TopicSpec<?> topic) {
    return group + '.' + topic.name();
  }

  /** As streams has it, where the two could differ. */
  static Map<String, Object> configuration(Machine machine, String group) {
    Map<String, Object> all = machine.kafka().client(group);
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
    all.put(StreamsConfig.STATE_DIR_CONFIG, machine.data().resolve(group).toString());
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100L);
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE);
    all.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
    all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    return all;
  }

  /** Keeps the newest id of each service. */
  private static final class Put<T> implements Processor<String, T, String, T> {
    private @Nullable ProcessorContext<String, T> context;
    private @Nullable KeyValueStore<String, String> store;

    @Override
    public void init(ProcessorContext<String, T> given) {
      context = given;
      store = given.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, T> fact) {
      Objects.requireNonNull(store).put(fact.key(), String.valueOf(fact.timestamp()));
      Objects.requireNonNull(context).forward(fact);
    }
  }
}
