package dev.muster.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingFaultsTest {

  @Test
  void topicsAsWeMakeThemHaveNone() {
    assertThat(Topics.ALL)
        .allSatisfy(topic -> assertThat(faults(topic, Map.of())).as(topic.name()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "retention.ms, 604800000, at least 8640000000",
    "retention.bytes, 1073741824, -1",
    "cleanup.policy, compact, delete",
    "message.timestamp.type, LogAppendTime, CreateTime"
  })
  void whatIsKeptForATimeMustNotBeForgottenSooner(String key, String is, String need) {
    assertThat(faults(Topics.SLI, Map.of(key, is)))
        .containsExactly("muster.facts.sli.v1 has " + key + '=' + is + ", need " + need);
  }

  @Test
  void whatIsKeptForEverHasNoBound() {
    assertThat(faults(Topics.CATALOG, Map.of("retention.ms", "99999999999999")))
        .containsExactly("muster.catalog.v1 has retention.ms=99999999999999, need -1");
  }

  @ParameterizedTest
  @CsvSource({
    "delete.retention.ms, 86400000, 604800000",
    "max.compaction.lag.ms, 60000, 3600000",
  })
  void theLatestOfEachKeyIsNotCleanedSooner(String key, String is, String need) {
    assertThat(faults(Topics.SCORECARD, Map.of(key, is)))
        .containsExactly(Topics.SCORECARD + " has " + key + '=' + is + ", need at least " + need);
  }

  @Test
  void keepingLongerIsFine() {
    assertThat(faults(Topics.SLI, Map.of("retention.ms", "8640000001"))).isEmpty();
    assertThat(faults(Topics.SLI, Map.of("retention.ms", "-1"))).isEmpty();
    assertThat(
            faults(
                Topics.SCORECARD,
                Map.of(
                    "delete.retention.ms", "999999999999",
                    "max.compaction.lag.ms", "9223372036854775807",
                    "retention.ms", "604800000")))
        .isEmpty();
  }

  @Test
  void eachFaultIsOneSentence() {
    assertThat(faults(Topics.GATE, Map.of("retention.ms", "1", "retention.bytes", "2"))).hasSize(2);
  }

  private static List<String> faults(TopicSpec<?> topic, Map<String, String> unlike) {
    Map<String, String> settings = new HashMap<>(topic.settings());
    settings.putAll(unlike);
    return SettingFaults.of(
        topic,
        new Config(
            settings.entrySet().stream()
                .map(each -> new ConfigEntry(each.getKey(), each.getValue()))
                .toList()));
  }
}
