package dev.muster.schemas.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MilliTextTest {

  @Test
  void whatThePlatformWritesToTheMillisecondIsRead() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      // given
      long second = random.nextInt() * 2L;
      Instant instant = Instant.ofEpochSecond(second).plusMillis(random.nextInt(3) * 7L);

      // when, then
      assertThat(MilliText.instant(instant.toString())).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-11-20T12:00Z",
        "2026-11-20T12:00:00.000Z",
        "2026-11-20T12:00:00.123456Z",
        "2026-11-20T12:00:00+01:00",
        "2026-02-30T12:00:00Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T23:59:60Z",
        "+12026-11-20T12:00:00Z"
      })
  void whatWouldNotBeWrittenSoAgainIsNot(String text) {
    assertThat(MilliText.instant(text)).isNull();
  }
}
