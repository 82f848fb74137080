package dev.muster.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.DeadLetterHeaders.Place;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class HeadersTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void aFactIsACloudEventInBinaryMode() {
    var headers =
        new RecordHeaders(new EventHeaders(Topics.DEPLOY).of("41", "github/acme/ü", NOON));

    assertThat(EventHeaders.text(headers, "ce_id")).isEqualTo("41");
    assertThat(EventHeaders.text(headers, "ce_source")).isEqualTo("github/acme/ü");
    assertThat(EventHeaders.text(headers, "ce_type")).isEqualTo("dev.muster.fact.deploy.v1");
    assertThat(EventHeaders.text(headers, "ce_specversion")).isEqualTo("1.0");
    assertThat(EventHeaders.text(headers, "ce_time")).isEqualTo("2026-11-20T12:00:00Z");
    assertThat(EventHeaders.text(headers, "content-type")).isEqualTo("application/avro");
    assertThat(EventHeaders.text(headers, "traceparent")).isNull();
  }

  @Test
  void aSampleCarriesOnlyFour() {
    List<Header> headers = new EventHeaders(Topics.SLI).of("41", "prometheus/eu", NOON);

    assertThat(headers)
        .extracting(Header::key)
        .containsExactly("ce_id", "ce_source", "ce_type", "ce_specversion");
  }

  @Test
  void aDeadLetterIsReadAsItWasWritten() {
    var parked = new DeadLetterHeaders("UNKNOWN_SERVICE", "no service \"ordrs\"", "t", null, NOON);
    var lay = new DeadLetterHeaders("GARBAGE", "cannot be read", "t", new Place(3, 99), NOON);

    assertThat(DeadLetterHeaders.from(new RecordHeaders(parked.toHeaders()))).contains(parked);
    assertThat(DeadLetterHeaders.from(new RecordHeaders(lay.toHeaders()))).contains(lay);
  }

  @Test
  void aLetterOfSomebodyElseIsNotOurs() {
    var headers = new RecordHeaders().add(DeadLetterHeaders.REASON, new byte[] {1});

    assertThat(DeadLetterHeaders.from(headers)).isEmpty();
  }
}
