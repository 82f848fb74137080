package dev.muster.app.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A whole Kafka cluster made small: one node that is broker and controller, for one machine. */
final class BrokerConfig {

  static final int NODE = 1;
  static final String CLIENTS = "CLIENTS";
  static final String CONTROLLER = "CONTROLLER";

  /** Facts are kept 400 days; a group that was away as long still finds its place. */
  static final Duration OFFSETS_KEPT = Duration.ofDays(400);

  private BrokerConfig() {}

  static Map<String, String> of(Path folder, int port, int controllerPort) {
    Map<String, String> all = new HashMap<>();
    place(all, folder, port, controllerPort);
    alone(all);
    small(all);
    return all;
  }

  private static void place(Map<String, String> all, Path folder, int port, int controllerPort) {
    all.put("process.roles", "broker,controller");
    all.put("node.id", Integer.toString(NODE));
    all.put("log.dirs", folder.toString());
    all.put(
        "listeners",
        "%s://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(CLIENTS, port, CONTROLLER, controllerPort));
    all.put("advertised.listeners", "%s://127.0.0.1:%d".formatted(CLIENTS, port));
    all.put(
        "listener.security.protocol.map",
        "%s:PLAINTEXT,%s:PLAINTEXT".formatted(CLIENTS, CONTROLLER));
    all.put("inter.broker.listener.name", CLIENTS);
    all.put("controller.listener.names", CONTROLLER);
    all.put("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort));
  }

  /** No other node will ever answer, and nobody should create a topic by a slip of the hand. */
  private static void alone(Map<String, String> all) {
    all.put("auto.create.topics.enable", "false");
    all.put("default.replication.factor", "1");
    all.put("min.insync.replicas", "1");
    all.put("offsets.topic.replication.factor", "1");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("share.coordinator.state.topic.replication.factor", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    all.put("offsets.retention.minutes", Long.toString(OFFSETS_KEPT.toMinutes()));
    // After a kill the node waits for its own former self to be given up; it asks again 0.1, 0.3,
    // 0.7 and 1.5 s after the start.
    all.put("broker.session.timeout.ms", "1400");
    all.put("broker.heartbeat.interval.ms", "250");
    // Nobody waits for other members of a group on a machine of its own.
    all.put("group.initial.rebalance.delay.ms", "0");
  }

  /** Defaults are for machines with dozens of disks and thousands of partitions. */
  private static void small(Map<String, String> all) {
    all.put("offsets.topic.num.partitions", "1");
    all.put("transaction.state.log.num.partitions", "1");
    all.put("share.coordinator.state.topic.num.partitions", "1");
    all.put("num.network.threads", "1");
    all.put("num.io.threads", "2");
    all.put("num.recovery.threads.per.data.dir", "2");
    all.put("background.threads", "2");
    all.put("num.replica.fetchers", "1");
    all.put("log.cleaner.threads", "1");
    all.put("log.cleaner.dedupe.buffer.size", mebibytes(4));
    all.put("log.cleaner.io.buffer.size", Integer.toString(128 << 10));
    all.put("log.segment.bytes", mebibytes(32));
    all.put("log.index.size.max.bytes", mebibytes(1));
    all.put("offsets.topic.segment.bytes", mebibytes(4));
    all.put("transaction.state.log.segment.bytes", mebibytes(4));
    all.put("metadata.log.segment.bytes", mebibytes(8));
    all.put("metadata.max.retention.bytes", mebibytes(16));
    all.put("metric.reporters", "");
  }

  private static String mebibytes(int count) {
    return Integer.toString(count << 20);
  }
}
