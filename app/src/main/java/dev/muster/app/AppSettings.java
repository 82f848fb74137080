package dev.muster.app;

import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.settings.Setting;
import java.util.ArrayList;
import java.util.List;

/** The settings of what only the app has: the broker and registry of a single machine. */
final class AppSettings {

  static final Setting<Integer> BROKER_PORT =
      Setting.number(
          "MUSTER_BROKER_PORT", 9092, 0, 65_535, "Port of the Kafka broker that 'up' starts.");

  static final ListenSettings REGISTRY = ListenSettings.of("REGISTRY", 8081);

  static final Setting<Integer> PARTITIONS =
      Setting.number(
          "MUSTER_PARTITIONS",
          0,
          0,
          1000,
          "Partitions of every topic, fixed once they are made; 0: 4 with 'up', else 12.");

  static final Setting<Integer> REPLICAS =
      Setting.number(
          "MUSTER_REPLICAS",
          3,
          1,
          9,
          "Copies of every topic when distributed; all but one must have a record.");

  static final List<Setting<?>> ALL = all();

  private AppSettings() {}

  private static List<Setting<?>> all() {
    List<Setting<?>> all = new ArrayList<>(List.of(BROKER_PORT, PARTITIONS, REPLICAS));
    all.addAll(REGISTRY.all());
    return List.copyOf(all);
  }
}
