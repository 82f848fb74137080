package dev.muster.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.Exclusions;
import dev.muster.core.slo.SliceHour;
import dev.muster.core.slo.SloCopy;
import dev.muster.streams.state.BudgetWord.Gone;
import dev.muster.streams.state.BudgetWord.Went;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BudgetCodecTest {
  private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
  private static final long HOUR = NOON.getEpochSecond() / 3_600;

  private static final SloCopy COPY =
      new SloCopy(
          new BigDecimal("0.999"),
          Duration.ofDays(30),
          new Budgeting.Timeslices(new BigDecimal("0.95"), Duration.ofMinutes(5)),
          new Exclusions(List.of(new Exclusions.Span(60 * HOUR, 60 * HOUR + 30))),
          60 * HOUR + 61);

  private static final SloCopy PLAIN =
      new SloCopy(
          new BigDecimal("0.9"),
          Duration.ofDays(7),
          new Budgeting.Occurrences(),
          Exclusions.NONE,
          60 * HOUR);

  @Test
  void aWordOfFormat1IsRead() throws IOException {
    SliceHour hour = new SliceHour(HOUR);
    hour.setSampled(5);
    hour.setBusy(1);
    hour.put(0, 900, 1_000, new long[] {77});
    hour.hold(2, 3);
    Went word =
        new Went("payments", "posted", NOON, NOON.plusSeconds(3), true, COPY, List.of(hour));

    assertThat(hex(BudgetCodec.write(word))).isEqualTo(hex(committed("budget-word-1.hex")));
    Went read = (Went) BudgetCodec.read(committed("budget-word-1.hex"));
    assertThat(read.copy()).isEqualTo(COPY);
    assertThat(hex(BudgetCodec.write(read))).isEqualTo(hex(committed("budget-word-1.hex")));
  }

  @Test
  void aWordThatNothingIsConfirmedAnyMoreIsReadAsItWasWritten() {
    Gone word = new Gone("payments", "posted", NOON);

    assertThat(BudgetCodec.read(BudgetCodec.write(word))).isEqualTo(word);
  }

  @Test
  void copiesOfFormat1AreRead() throws IOException {
    TreeMap<String, SloCopy> copies = new TreeMap<>(Map.of("posted", COPY, "taken", PLAIN));

    assertThat(hex(BudgetCodec.write(copies))).isEqualTo(hex(committed("budget-copies-1.hex")));
    assertThat(BudgetCodec.readCopies(committed("budget-copies-1.hex"))).isEqualTo(copies);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] committed(String name) throws IOException {
    try (InputStream in = BudgetCodecTest.class.getResourceAsStream("/state/" + name)) {
      assertThat(in).as(name).isNotNull();
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.strip());
    }
  }
}
