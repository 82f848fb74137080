package dev.muster.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.alert.SignsOfLife.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {
  private static final Instant START = Instant.parse("2026-11-10T12:00:00Z");

  @Test
  void aDayWithoutASignIsNoSilenceYetALongerOneIs() {
    SignsOfLife signs = at(0).and(at(24)).and(at(49));

    assertThat(signs.spans()).containsExactly(span(0, 24), span(49, 49));
    assertThat(signs.last()).contains(span(49, 49));
    assertThat(signs.first()).isEqualTo(START);
  }

  @Test
  void whatIsToldLateFillsTheSilence() {
    assertThat(at(0).and(at(48)).and(at(24)).spans()).containsExactly(span(0, 48));
  }

  @Test
  void anEventIsASignWhenItHappenedAndWhenItCame() {
    SignsOfLife late = SignsOfLife.of(hours(0), hours(30));

    assertThat(late.spans()).containsExactly(span(0, 0), span(30, 30));
  }

  @Test
  void spansAreTheSameInWhicheverOrderSignsCome() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<SignsOfLife> signs = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        signs.add(at(random.nextInt(200)));
      }
      SignsOfLife inOrder = signs.stream().reduce(SignsOfLife::and).orElseThrow();
      Collections.shuffle(signs, random);

      assertThat(signs.stream().reduce(SignsOfLife::and)).contains(inOrder);
    }
  }

  private static SignsOfLife at(long hours) {
    return SignsOfLife.of(hours(hours), hours(hours));
  }

  private static Span span(long from, long to) {
    return new Span(hours(from), hours(to));
  }

  private static Instant hours(long hours) {
    return START.plus(Duration.ofHours(hours));
  }
}
