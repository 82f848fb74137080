package dev.muster.streams.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.judgement.Lifecycle;
import dev.muster.schemas.judgement.Scorecard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void clocksAloneSayNothingNewAndAllElseDoes() {
    // given
    long print = Print.of(card(NOON).build());

    // when
    long later = Print.of(card(NOON.plusSeconds(1)).build());
    long dated = Print.of(card(NOON).setLaunch(LocalDate.of(2027, 1, 15)).build());
    long other = Print.of(card(NOON).setTraits(List.of("public")).build());

    // then
    assertThat(later).isEqualTo(print);
    assertThat(List.of(dated, other)).doesNotContain(print).doesNotHaveDuplicates();
  }

  private static Scorecard.Builder card(Instant at) {
    return Scorecard.newBuilder()
        .setService("orders")
        .setOwner("team")
        .setTier(1)
        .setLifecycle(Lifecycle.PRODUCTION)
        .setClock(at)
        .setSpoken(at)
        .setDefinition("5e4f");
  }
}
