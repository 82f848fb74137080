package dev.muster.ingest;

import dev.muster.runtime.http.Listen;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may be set for ingest.
 *
 * @param acknowledged how long a sender waits for Kafka at most before it is answered 503
 * @param maxReportBytes of what is read as a stream; other requests have the server's limit
 */
public record IngestSettings(Listen listen, Duration acknowledged, int maxReportBytes) {
  private static final int PORT = 8090;
  private static final int MEBIBYTE = 1 << 20;

  public static final ListenSettings LISTEN = ListenSettings.of("INGEST", PORT);
  public static final Setting<Duration> ACKNOWLEDGED =
      Setting.duration(
          "MUSTER_INGEST_ACKNOWLEDGED",
          Duration.ofSeconds(8),
          "How long a sender waits for Kafka before it is answered 503 and told to come back.");
  public static final Setting<Integer> MAX_REPORT_BYTES =
      Setting.number(
          "MUSTER_INGEST_MAX_REPORT_BYTES",
          64 * MEBIBYTE,
          MEBIBYTE,
          1024 * MEBIBYTE,
          "Larger reports are answered 413; they are read as streams.");

  public static final List<Setting<?>> ALL =
      Stream.concat(LISTEN.all().stream(), Stream.of(ACKNOWLEDGED, MAX_REPORT_BYTES)).toList();

  public static IngestSettings read(Settings settings, Ports ports) {
    return new IngestSettings(
        LISTEN.read(settings, ports), settings.read(ACKNOWLEDGED), settings.read(MAX_REPORT_BYTES));
  }
}
