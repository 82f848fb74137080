package dev.muster.bench;

import dev.muster.schemas.Topics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Watches a group read the load. Counts from the moment the catalogue and a fifth of the facts were
 * read up to that when nine tenths were: neither joining the group nor the first compilations
 * count, nor the scorecards of all services that a task emits when it has caught up.
 */
final class Meter {
  private static final long GLANCE_MILLIS = 20;
  private static final long GIVES_UP_NANOS = TimeUnit.MINUTES.toNanos(30);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Set<String> topics =
      Load.TOPICS.stream().map(topic -> topic.name()).collect(Collectors.toSet());
  private final Admin admin;
  private final String group;

  Meter(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
  }

  Rate measure(Load load, boolean catalogue) throws Exception {
    long begun = System.nanoTime();
    long facts = load.facts();
    if (catalogue) {
      waitFor(Set.of(Topics.CATALOG.name()), load.entries(), begun);
    }
    long read = waitFor(topics, facts / 5, begun);
    long from = System.nanoTime();
    long cpu = cpu();
    long most = waitFor(topics, facts * 9 / 10, begun);
    Rate rate = new Rate(most - read, System.nanoTime() - from, cpu() - cpu);
    System.out.println("  " + Shares.of(group));
    waitFor(topics, facts, begun);
    return rate;
  }

  /** Returns the processor time it took, in nanoseconds, to read so many more records of topics. */
  long await(Set<String> of, long records) throws Exception {
    long cpu = cpu();
    waitFor(of, records, System.nanoTime());
    return cpu() - cpu;
  }

  private long waitFor(Set<String> of, long facts, long begun) throws Exception {
    long read = read(of);
    while (read < facts) {
      if (System.nanoTime() - begun > GIVES_UP_NANOS) {
        throw new IllegalStateException(group + " has read only " + read + " of " + facts);
      }
      TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
      read = read(of);
    }
    return read;
  }

  private long read(Set<String> of) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return offsets.entrySet().stream()
        .filter(entry -> of.contains(entry.getKey().topic()) && entry.getValue() != null)
        .mapToLong(entry -> entry.getValue().offset())
        .sum();
  }

  private long cpu() {
    long nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      var thread = threads.getThreadInfo(id);
      if (thread != null
          && thread.getThreadName().startsWith(group)
          && thread.getThreadName().contains("StreamThread")) {
        nanos += Math.max(0, threads.getThreadCpuTime(id));
      }
    }
    return nanos;
  }
}
