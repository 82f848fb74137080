package dev.muster.streams;

import dev.muster.runtime.http.Listen;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an operator can set.
 *
 * @param listen where health and metrics are served
 * @param state folder of the local state
 * @param threads that judge
 * @param memory bytes of native memory that all stores share
 * @param held services whose state is held decoded, by task
 */
public record StreamsSettings(Listen listen, Path state, int threads, long memory, int held) {
  public static final ListenSettings LISTEN = ListenSettings.of("STREAMS", 8091);
  public static final Setting<Integer> THREADS =
      Setting.number(
          "MUSTER_STREAMS_THREADS", 1, 1, 64, "Threads that judge; more than partitions is idle.");
  public static final Setting<Integer> MEMORY =
      Setting.number(
          "MUSTER_STREAMS_MEMORY_MIB",
          64,
          16,
          65_536,
          "Native memory that all state stores share, in MiB.");
  public static final Setting<Integer> HELD =
      Setting.number(
          "MUSTER_STREAMS_HELD_SERVICES",
          500,
          1,
          100_000,
          "Services per partition whose state is held decoded on the heap.");

  public static final List<Setting<?>> ALL =
      Stream.concat(LISTEN.all().stream(), Stream.of(THREADS, MEMORY, HELD)).toList();

  private static final String FOLDER = "streams-state";

  public static StreamsSettings read(Settings settings, HouseSettings house) {
    return new StreamsSettings(
        LISTEN.read(settings, house.ports()),
        house.data().resolve(FOLDER),
        settings.read(THREADS),
        (long) settings.read(MEMORY) << 20,
        settings.read(HELD));
  }
}
