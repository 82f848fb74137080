package dev.muster.sink.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

  @Test
  void itsTextCanBeReadAgain() {
    // given
    Position position = Position.start(3).after(held(1, 41)).after(held(2, 0));
    // when
    String text = position.toString();
    // then
    assertThat(text).isEqualTo("0.42.1");
    assertThat(Position.parse(text)).contains(position);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1.", ".1", "-1", "1..2", "99999999999999999999", "1 2"})
  void whatIsNoPositionIsNone(String text) {
    assertThat(Position.parse(text)).isEmpty();
  }

  @Test
  void coversWhatWasReadAndNothingElse() {
    // given
    Position position = new Position(List.of(0L, 42L));
    // then
    assertThat(position.covers(held(1, 41))).isTrue();
    assertThat(position.covers(held(1, 42))).isFalse();
    assertThat(position.covers(held(0, 0))).isFalse();
  }

  @Test
  void continuesOnlyAnEarlierOneOfTheSameTopic() {
    // given
    Position now = new Position(List.of(5L, 5L));
    // then
    assertThat(now.continues(new Position(List.of(5L, 3L)))).isTrue();
    assertThat(now.continues(new Position(List.of(6L, 0L)))).isFalse();
    assertThat(now.continues(new Position(List.of(1L)))).isFalse();
  }

  private static Held<String> held(int partition, long offset) {
    return new Held<>("a", "1", partition, offset, Instant.EPOCH);
  }
}
