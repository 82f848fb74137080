package dev.muster.schemas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics that are missing and looks at those that are there. */
final class TopicSetup {
  private final Admin admin;
  private final TopicLayout layout;
  private final Map<String, TopicSpec<?>> wanted = new TreeMap<>();

  TopicSetup(Admin admin, TopicLayout layout, Collection<? extends TopicSpec<?>> wanted) {
    this.admin = admin;
    this.layout = layout;
    wanted.forEach(topic -> this.wanted.put(topic.name(), topic));
  }

  List<String> ensure() {
    Map<String, TopicDescription> there = there();
    List<String> faults = faults(there);
    if (!faults.isEmpty()) {
      throw new TopicsRefused(faults);
    }
    return create(wanted.values().stream().filter(t -> !there.containsKey(t.name())).toList());
  }

  private Map<String, TopicDescription> there() {
    Map<String, TopicDescription> there = new HashMap<>();
    admin
        .describeTopics(wanted.keySet())
        .topicNameValues()
        .forEach(
            (name, future) ->
                unless(UnknownTopicOrPartitionException.class, future)
                    .ifPresent(description -> there.put(name, description)));
    return there;
  }

  private List<String> faults(Map<String, TopicDescription> there) {
    Map<ConfigResource, Config> configs =
        value(admin.describeConfigs(there.keySet().stream().map(TopicSetup::named).toList()).all());
    List<String> faults = new ArrayList<>();
    wanted.forEach(
        (name, topic) -> {
          TopicDescription description = there.get(name);
          Config config = configs.get(named(name));
          if (description == null || config == null) {
            return;
          }
          int partitions = description.partitions().size();
          if (partitions != layout.partitions()) {
            faults.add(name + " has " + partitions + " partitions, need " + layout.partitions());
          }
          faults.addAll(SettingFaults.of(topic, config));
        });
    return faults;
  }

  /** A program that starts at the same moment may be first; then it has made the same. */
  private List<String> create(List<TopicSpec<?>> missing) {
    List<String> created = new ArrayList<>();
    admin
        .createTopics(missing.stream().map(this::described).toList())
        .values()
        .forEach(
            (name, future) ->
                unless(TopicExistsException.class, future.thenApply(done -> name))
                    .ifPresent(created::add));
    created.sort(null);
    return List.copyOf(created);
  }

  private NewTopic described(TopicSpec<?> topic) {
    Map<String, String> settings = new HashMap<>(topic.settings());
    settings.put("min.insync.replicas", Integer.toString(layout.minInsyncReplicas()));
    return new NewTopic(topic.name(), layout.partitions(), (short) layout.replicas())
        .configs(settings);
  }

  private static ConfigResource named(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  /** The answer; empty where it is the one expected. */
  private static <T> Optional<T> unless(
      Class<? extends KafkaException> expected, KafkaFuture<T> future) {
    try {
      return Optional.of(value(future));
    } catch (KafkaException e) {
      if (expected.isInstance(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static <T> T value(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    }
  }
}
