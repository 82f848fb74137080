package dev.muster.schemas;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void allHoldsEveryTopicOnceAndEachHasItsOwnRecord() throws IllegalAccessException {
    for (var field : Topics.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == TopicSpec.class) {
        assertThat(Topics.ALL).contains((TopicSpec<?>) field.get(null));
      }
    }
    assertThat(Topics.ALL).hasSize(18);
    assertThat(Topics.ALL).extracting(TopicSpec::name).doesNotHaveDuplicates();
    assertThat(Topics.ALL).extracting(TopicSpec::record).doesNotHaveDuplicates();
  }

  @Test
  void theyAreKeptAsLongAsTheyMayBeAskedFor() {
    assertThat(Topics.DEPLOY.settings()).containsEntry("retention.ms", millis(400));
    assertThat(Topics.SLI.settings()).containsEntry("retention.ms", millis(100));
    assertThat(Topics.DEAD_LETTERS.settings()).containsEntry("retention.ms", millis(100));
    assertThat(Topics.GATE.settings()).containsEntry("retention.ms", millis(7 * 365));
    assertThat(Topics.WAIVER.settings()).containsEntry("retention.ms", millis(7 * 365));
    assertThat(Topics.AUDIT.settings()).containsEntry("retention.ms", millis(7 * 365));
    assertThat(Topics.CATALOG.settings())
        .containsEntry("retention.ms", "-1")
        .containsEntry("cleanup.policy", "delete");
    assertThat(Topics.SCORECARD.settings())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("max.compaction.lag.ms", "3600000")
        .containsEntry("delete.retention.ms", millis(7))
        .doesNotContainKey("retention.ms");
  }

  @Test
  void theTimestampIsAlwaysTheWritersSinceItIsTheReceivedTime() {
    assertThat(Topics.ALL)
        .allSatisfy(
            topic ->
                assertThat(topic.settings()).containsEntry("message.timestamp.type", "CreateTime"));
  }

  @Test
  void programsAreStrangersWhoMeetOnlyInTopics() {
    assertThat(Topics.GATE.writers()).containsExactly(Program.STREAMS);
    assertThat(Topics.SCAN.writers()).containsExactly(Program.INGEST, Program.SINK);
    assertThat(Topics.DEAD_LETTERS.writers())
        .isEqualTo(Set.of(Program.INGEST, Program.STREAMS, Program.SINK));
    assertThat(Topics.of(Program.APPLY)).containsExactly(Topics.CATALOG);
    assertThat(Topics.of(Program.INGEST)).contains(Topics.SLI).doesNotContain(Topics.SCORECARD);
  }

  @Test
  void eventTypesFollowTheTopics() {
    assertThat(Topics.DEPLOY.eventType()).isEqualTo("dev.muster.fact.deploy.v1");
    assertThat(Topics.GATE.eventType()).isEqualTo("dev.muster.judgement.gate.v1");
    assertThat(Topics.CATALOG.eventType()).isEqualTo("dev.muster.catalog.v1");
    assertThat(Topics.SLI.subject()).isEqualTo("muster.facts.sli.v1-value");
  }

  @Test
  void theReadmeTellsOfThemAsTheyAre() throws IOException {
    String table =
        Topics.ALL.stream()
            .map(
                topic ->
                    "| `%s` | %s | %s | %s | %s | %s |"
                        .formatted(
                            topic.name(),
                            topic.record() == byte[].class
                                ? "raw bytes"
                                : '`' + topic.record().getSimpleName() + '`',
                            topic.key().meaning(),
                            topic.kept().meaning(),
                            words(topic.writers()),
                            words(topic.readers())))
            .collect(joining("\n"));

    assertThat(Files.readString(Path.of("README.md"))).contains('\n' + table + '\n');
  }

  private static String words(Set<Program> programs) {
    return Arrays.stream(Program.values())
        .filter(programs::contains)
        .map(program -> program.name().toLowerCase(Locale.ROOT))
        .collect(joining(", "));
  }

  private static String millis(int days) {
    return Long.toString(Duration.ofDays(days).toMillis());
  }
}
