package dev.muster.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import dev.muster.streams.admit.Received;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Prints how fast records are replayed and what an SLO weighs; asserts no time. */
class ReplaySpeedTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final int SLOS = 20;
  private static final int MINUTES = 3 * 24 * 60;

  private final History history =
      new History(new History.Span(START, START.plus(Duration.ofDays(4))), Set.of());
  private final HeapTask task = new HeapTask(0, 10_000, history);
  private long offset;

  private void read(String topic, String key, SpecificRecord record, Instant received) {
    task.read(
        new LogRecord(
            topic,
            0,
            offset++,
            received,
            Drive.bytes(key),
            new Received.Intact(record, new byte[0])));
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void daysOfSamplesAreReadInOneGo() {
    // given
    long before = heap();
    read(Topics.CATALOG.name(), standardKey(), entry(CatalogKind.STANDARD, "bar"), START);
    for (int i = 0; i < SLOS; i++) {
      String service = "service-" + i;
      read(Topics.CATALOG.name(), service, entry(CatalogKind.SERVICE, service), START);
    }

    // when
    long began = System.nanoTime();
    for (int minute = 1; minute <= MINUTES; minute++) {
      Instant at = START.plusSeconds(60L * minute);
      long good = minute % 700 < 20 ? 900 : 1_000;
      for (int i = 0; i < SLOS; i++) {
        String service = "service-" + i;
        read(
            Topics.SLI.name(),
            service,
            Facts.sample(service + minute, service, at, good, 1_000),
            at.plusMillis(300));
      }
    }
    long took = System.nanoTime() - began;
    task.end(START.plusSeconds(60L * MINUTES));

    // then
    long samples = (long) SLOS * MINUTES;
    long bytes = heap() - before;
    System.out.printf(
        Locale.ROOT,
        "replay: %,d samples of %d SLOs, %,d a second, %,d bytes of heap for each SLO%n",
        samples,
        SLOS,
        samples * 1_000_000_000L / took,
        bytes / SLOS);
    assertThat(history.pages().times()).isPositive();
  }

  private static String standardKey() {
    return "standard:bar@" + CatalogueCodec.hash(CatalogueCodec.write(Town.MEASURED));
  }

  private static CatalogEntry entry(CatalogKind kind, String id) {
    String document =
        kind == CatalogKind.STANDARD
            ? CatalogueCodec.write(Town.MEASURED)
            : CatalogueCodec.write(Town.promising(id, Town.availability("0.999")));
    return CatalogEntry.newBuilder()
        .setKind(kind)
        .setId(id)
        .setHash(CatalogueCodec.hash(document))
        .setDocument(document)
        .setAppliedBy("test")
        .setTime(START)
        .build();
  }
}
