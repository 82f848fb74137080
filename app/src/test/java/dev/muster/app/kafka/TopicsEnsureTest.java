package dev.muster.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.schemas.TopicLayout;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.TopicsRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

class TopicsEnsureTest {
  private static final TopicLayout FOUR = new TopicLayout(4, 1, 1);

  @MusterTest
  void whatIsMissingIsMadeAndWhatIsUnlikeIsRefusedByName(TestKafka kafka) throws Exception {
    try (Admin admin = Admin.create(kafka.properties())) {
      // given
      List<String> made = Topics.ensure(admin, FOUR, Topics.ALL);
      waitForAll(admin);

      // when
      List<String> again = Topics.ensure(admin, FOUR, Topics.ALL);
      TopicsRefused refused =
          catchThrowableOfType(
              TopicsRefused.class,
              () ->
                  Topics.ensure(
                      admin, new TopicLayout(12, 1, 1), List.of(Topics.SCAN, Topics.GATE)));

      // then
      assertThat(made)
          .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream().map(TopicSpec::name).toList());
      assertThat(again).isEmpty();
      assertThat(refused.faults())
          .containsExactly(
              "muster.facts.scan.v1 has 4 partitions, need 12",
              "muster.judgements.gate.v1 has 4 partitions, need 12");
      assertThat(setting(admin, Topics.SCORECARD, "cleanup.policy")).isEqualTo("compact");
      assertThat(setting(admin, Topics.CATALOG, "retention.ms")).isEqualTo("-1");
      assertThat(setting(admin, Topics.SLI, "retention.ms")).isEqualTo("8640000000");
    }
  }

  @MusterTest
  void aCompactedTopicIsNotTakenForOneThatIsKeptWhole(TestKafka kafka) throws Exception {
    TopicSpec<?> whole =
        new TopicSpec<>(
            "a-test." + Topics.CATALOG.name(),
            Topics.CATALOG.record(),
            Topics.CATALOG.key(),
            Topics.CATALOG.kept(),
            Topics.CATALOG.writers(),
            Topics.CATALOG.readers());
    try (Admin admin = Admin.create(kafka.properties())) {
      // given
      NewTopic compacted =
          new NewTopic(whole.name(), 4, (short) 1).configs(Map.of("cleanup.policy", "compact"));
      admin.createTopics(Set.of(compacted)).all().get();

      // when
      TopicsRefused refused =
          catchThrowableOfType(
              TopicsRefused.class, () -> Topics.ensure(admin, FOUR, List.of(whole)));

      // then
      assertThat(refused)
          .hasMessageContaining(whole.name() + " has cleanup.policy=compact, need delete");
    }
  }

  /** A broker tells of new topics a moment after they were made. */
  private static void waitForAll(Admin admin) throws Exception {
    List<String> names = Topics.ALL.stream().map(TopicSpec::name).toList();
    while (!admin.listTopics().names().get().containsAll(names)) {
      Thread.onSpinWait();
    }
  }

  private static String setting(Admin admin, TopicSpec<?> topic, String key) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    return Objects.requireNonNull(
            admin.describeConfigs(List.of(resource)).all().get().get(resource))
        .get(key)
        .value();
  }
}
