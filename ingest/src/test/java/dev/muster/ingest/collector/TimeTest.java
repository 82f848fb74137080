package dev.muster.ingest.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-21T03:16:13Z | 2026-11-21T03:16:13Z",
        "2026-11-21T03:16:13.123Z | 2026-11-21T03:16:13.123Z",
        "2026-11-21T03:16:13.123456Z | 2026-11-21T03:16:13.123456Z",
        "2026-11-21T03:16:13.123456789Z | 2026-11-21T03:16:13.123456789Z",
        "2026-11-21T03:16:13+02:00 | 2026-11-21T01:16:13Z",
        "2026-11-21 03:22:59.157421+00:00 | 2026-11-21T03:22:59.157421Z",
        "2021-04-28 21:50:00 +0200 | 2021-04-28T19:50:00Z",
        "2021-04-28 21:50:00 UTC | 2021-04-28T21:50:00Z",
        "2026-05-27 15:36:00.112013015 +0000 UTC m=+8560.285724134 | 2026-05-27T15:36:00.112013015Z",
        "2026-05-27 15:36:00 +0530 IST | 2026-05-27T10:06:00Z",
        "Wed, 25 Feb 2026 11:09:49 GMT | 2026-02-25T11:09:49Z",
        "1795231379 | 2026-11-21T03:22:59Z",
        "1795230975.1415966 | 2026-11-21T03:16:15.141596600Z",
        "1578607635167 | 2020-01-09T22:07:15.167Z",
        "1578607635167000 | 2020-01-09T22:07:15.167Z",
        "1578607635167000000 | 2020-01-09T22:07:15.167Z",
      })
  void everyFormWithAZoneIsRead(String text, Instant instant) {
    assertThat(Time.of(text, Optional.empty())).isEqualTo(new Time.At(instant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-21T03:16:13.000000 | 2026-11-21T02:16:13Z",
        "Sat Nov 21 03:22:59 2026 | 2026-11-21T02:22:59Z",
        "Sat Nov  7 03:22:59 2026 | 2026-11-07T02:22:59Z",
        "Wed, 25 Feb 2026 11:09:49 | 2026-02-25T10:09:49Z",
        "Jul 15, 2020 9:39:07 PM | 2020-07-15T19:39:07Z",
      })
  void aFormWithoutAZoneIsReadOnlyWhereOneIsGiven(String text, Instant instant) {
    assertThat(Time.of(text, Optional.empty())).isEqualTo(new Time.Zoneless());
    assertThat(Time.of(text, Optional.of(ZoneId.of("Europe/Berlin"))))
        .isEqualTo(new Time.At(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "0001-01-01T00:00:00Z", "0001-01-01 00:00:00 +0000 UTC", "0"})
  void aZeroMeansThatThereIsNone(String text) {
    assertThat(Time.of(text, Optional.empty())).isEqualTo(new Time.Absent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "2026-13-01T00:00:00Z",
        "2026-11-21",
        "1e999999999",
        "2026-11-21T25:00:00Z",
        "NaN",
        "2026-11-21T03:16:13+99:00"
      })
  void somethingElseIsNotGuessed(String text) {
    assertThat(Time.of(text, Optional.of(ZoneId.of("UTC")))).isEqualTo(new Time.Unreadable());
  }

  @Test
  void aNumberIsATimeAndAListIsNone() throws Exception {
    assertThat(Time.of(JSON.readTree("1795231379"), Optional.empty()))
        .isEqualTo(new Time.At(Instant.parse("2026-11-21T03:22:59Z")));
    assertThat(Time.of(JSON.readTree("[]"), Optional.empty())).isEqualTo(new Time.Unreadable());
    assertThat(Time.of(JSON.readTree("null"), Optional.empty())).isEqualTo(new Time.Absent());
  }
}
