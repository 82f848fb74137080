package dev.muster.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.slo.BurnBook;
import dev.muster.core.slo.Exclusions;
import dev.muster.core.slo.HourShelf;
import dev.muster.core.slo.Maintenance;
import dev.muster.core.slo.Sample;
import dev.muster.core.slo.SliceHour;
import dev.muster.core.slo.Slo;
import dev.muster.streams.drive.Town;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BurnCodecTest {
  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final Slo SLO = Town.availability("0.999");

  private final Map<Long, byte[]> hours = new TreeMap<>();

  @Test
  void anSloIsReadAsItWasWritten() {
    for (int seed = 0; seed < 200; seed++) {
      BurnBook book = book(seed, 1 + seed);

      byte[] bytes = BurnCodec.write(book);
      BurnBook again = BurnCodec.read(bytes, SLO, shelf(), Exclusions.NONE);

      assertThat(again.standing()).isEqualTo(book.standing());
      assertThat(again.now()).isEqualTo(book.now());
      assertThat(BurnCodec.write(again)).isEqualTo(bytes);
    }
  }

  @Test
  void whatWasWrittenByFormat1IsRead() throws IOException {
    byte[] old = committed("burn-1.hex");

    BurnBook book = BurnCodec.read(old, SLO, shelf(), Exclusions.NONE);

    assertThat(book.standing()).isEqualTo(book(7, 90).standing());
    assertThat(BurnCodec.write(book)).isEqualTo(old);
  }

  @Test
  void anHourThatWasWrittenByFormat1IsRead() throws IOException {
    byte[] old = committed("burn-hour-1.hex");

    SliceHour hour = BurnCodec.readHour(old);

    assertThat(hour.sampled()).isNotZero();
    assertThat(BurnCodec.write(hour)).isEqualTo(old);
    book(7, 90);
    assertThat(HexFormat.of().formatHex(hours.values().iterator().next()))
        .isEqualTo(HexFormat.of().formatHex(old));
  }

  @Test
  void plannedWorkThatWasWrittenByFormat1IsRead() throws IOException {
    Maintenance told =
        Maintenance.NONE
            .with(new Maintenance.Told("move", NOON, true, NOON.plusSeconds(60), null))
            .with(new Maintenance.Told("move", NOON.plusSeconds(90), false, null, NOON));

    assertThat(MaintenanceRows.read(committed("maintenance-1.hex"))).isEqualTo(told);
    assertThat(MaintenanceRows.write(told)).isEqualTo(committed("maintenance-1.hex"));
  }

  /** Minutes of which some fail. */
  private BurnBook book(int seed, int minutes) {
    Random random = new Random(seed);
    hours.clear();
    BurnBook book = BurnBook.define(SLO, shelf(), Exclusions.NONE, NOON);
    Instant at = NOON;
    for (int i = 0; i < minutes; i++) {
      Instant from = at;
      at = at.plusSeconds(60);
      long total = random.nextInt(1_000);
      long good = random.nextInt(9) == 0 ? total / 2 : total;
      book.read(new Sample(from, at, good, total, random.nextLong()), at, at, any -> {});
    }
    return book;
  }

  private static byte[] committed(String name) throws IOException {
    try (InputStream in = BurnCodecTest.class.getResourceAsStream("/state/" + name)) {
      assertThat(in).as(name).isNotNull();
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.strip());
    }
  }

  private HourShelf shelf() {
    return new HourShelf() {
      @Override
      public @Nullable SliceHour get(long hour) {
        byte[] bytes = hours.get(hour);
        return bytes == null ? null : BurnCodec.readHour(bytes);
      }

      @Override
      public void put(SliceHour hour) {
        hours.put(hour.hour(), BurnCodec.write(hour));
      }

      @Override
      public void remove(long hour) {
        hours.remove(hour);
      }

      @Override
      public void clear() {
        hours.clear();
      }
    };
  }
}
