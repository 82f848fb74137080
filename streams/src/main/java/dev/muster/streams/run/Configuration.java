package dev.muster.streams.run;

import dev.muster.streams.StreamsSettings;
import dev.muster.streams.admit.StopOnFault;
import dev.muster.streams.state.BoundedRocks;
import dev.muster.streams.state.RocksMemory;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What Kafka Streams is told. The operator's properties come first, what correctness needs last.
 */
final class Configuration {
  private static final Duration COMMIT = Duration.ofMillis(100);

  /** States and scorecards are some kilobytes each and alike: more of them compress better. */
  private static final int BATCH = 64 << 10;

  /** After so long without a sign of life another program takes over. */
  private static final Duration SESSION = Duration.ofSeconds(15);

  /** Writes of one state value between two commits are one; for all threads together. */
  private static final long CACHE = 16L << 20;

  private Configuration() {}

  static Map<String, Object> of(
      StreamsSettings settings, Neighbours neighbours, Generation generation, RocksMemory memory) {
    Map<String, Object> all = neighbours.kafka().client(generation.applicationId());
    all.putIfAbsent(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    all.putIfAbsent(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, generation.applicationId());
    all.put(StreamsConfig.STATE_DIR_CONFIG, settings.state().toString());
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, neighbours.distributed() ? 1 : 0);
    all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, neighbours.layout().replicas());
    all.put(
        StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
        neighbours.layout().minInsyncReplicas());
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT.toMillis());
    all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE);
    // 0 waits for what the brokers already have, so that a backlog is read in the order of received
    // time, and never for what might still come: eight of nine topics are empty at most times, and
    // a longer wait would be added to each record.
    all.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
    all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    if (!neighbours.distributed()) {
      alone(all);
    }
    all.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        InstanceId.in(settings.state()));
    all.putIfAbsent(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        Math.toIntExact(SESSION.toMillis()));
    all.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnFault.class);
    all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
    all.put(BoundedRocks.MEMORY, memory);
    return all;
  }

  /**
   * Nobody else can take over, so a thread that replaces a dead one waits for its session only 6 s,
   * the shortest that brokers allow.
   */
  private static void alone(Map<String, Object> all) {
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
  }
}
