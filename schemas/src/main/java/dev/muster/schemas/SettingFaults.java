package dev.muster.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.jspecify.annotations.Nullable;

/** What is wrong with the settings of a topic that is there. One that keeps longer is right. */
final class SettingFaults {
  /** Without these its records mean something else. */
  private static final List<String> SAME = List.of("cleanup.policy", "message.timestamp.type");

  /** With less of these it forgets records that are still asked for. */
  private static final List<String> AT_LEAST =
      List.of("retention.ms", "retention.bytes", "max.compaction.lag.ms", "delete.retention.ms");

  private static final long UNBOUNDED = -1;

  private SettingFaults() {}

  /** A sentence each. */
  static List<String> of(TopicSpec<?> topic, Config config) {
    Map<String, String> needed = topic.settings();
    List<String> faults = new ArrayList<>();
    for (String key : SAME) {
      String need = needed.get(key);
      String is = value(config, key);
      if (need != null && !need.equals(is)) {
        faults.add(topic + " has " + key + '=' + is + ", need " + need);
      }
    }
    for (String key : AT_LEAST) {
      String need = needed.get(key);
      String is = value(config, key);
      if (need != null && (is == null || less(Long.parseLong(is), Long.parseLong(need)))) {
        String least = Long.parseLong(need) == UNBOUNDED ? "" : "at least ";
        faults.add(topic + " has " + key + '=' + is + ", need " + least + need);
      }
    }
    return faults;
  }

  private static boolean less(long is, long need) {
    return is != UNBOUNDED && (need == UNBOUNDED || is < need);
  }

  private static @Nullable String value(Config config, String key) {
    ConfigEntry entry = config.get(key);
    return entry == null ? null : entry.value();
  }
}
