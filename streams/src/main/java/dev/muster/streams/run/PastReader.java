package dev.muster.streams.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks the broker for the {@link Past}. */
final class PastReader {
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final Admin admin;
  private final Map<String, Object> committedOnly;

  /**
   * @param committedOnly properties of a consumer without a group that reads committed records
   */
  PastReader(Admin admin, Map<String, Object> committedOnly) {
    this.admin = admin;
    this.committedOnly = committedOnly;
  }

  Past read() {
    try {
      SortedSet<Generation> groups = groups();
      Set<String> internal =
          admin.listTopics().names().get().stream()
              .filter(topic -> Generation.ofInternalTopic(topic).isPresent())
              .collect(Collectors.toUnmodifiableSet());
      Generation newest = new Past(groups, internal, false).newest();
      boolean lost = !groups.contains(newest);
      return new Past(groups, internal, lost && holdState(changelogs(newest, internal)));
    } catch (ExecutionException e) {
      throw new KafkaException("could not learn what earlier runs have left", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while asking what earlier runs have left", e);
    }
  }

  private SortedSet<Generation> groups() throws ExecutionException, InterruptedException {
    SortedSet<Generation> groups = new TreeSet<>();
    for (GroupListing group : admin.listGroups().all().get()) {
      var generation = Generation.ofGroup(group.groupId());
      if (generation.isPresent() && hasOffsets(group.groupId())) {
        groups.add(generation.get());
      }
    }
    return groups;
  }

  private boolean hasOffsets(String group) throws ExecutionException, InterruptedException {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .values()
        .stream()
        .anyMatch(offset -> offset != null);
  }

  private Collection<TopicPartition> changelogs(Generation newest, Set<String> internal)
      throws ExecutionException, InterruptedException {
    List<String> names =
        internal.stream()
            .filter(topic -> topic.endsWith("-changelog"))
            .filter(topic -> Generation.ofInternalTopic(topic).filter(newest::equals).isPresent())
            .toList();
    return admin.describeTopics(names).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(each -> new TopicPartition(topic.name(), each.partition())))
        .toList();
  }

  /**
   * Whether a committed record lies there. A program killed before its first commit leaves records
   * of an aborted transaction, which are nothing; end offsets cannot tell the two apart.
   */
  private boolean holdState(Collection<TopicPartition> changelogs) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            committedOnly, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(changelogs);
      consumer.seekToBeginning(changelogs);
      Map<TopicPartition, Long> ends = consumer.endOffsets(changelogs);
      while (changelogs.stream()
          .anyMatch(log -> consumer.position(log) < ends.getOrDefault(log, 0L))) {
        if (!consumer.poll(WAIT).isEmpty()) {
          return true;
        }
      }
      return false;
    }
  }
}
