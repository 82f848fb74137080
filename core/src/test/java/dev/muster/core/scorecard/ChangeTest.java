package dev.muster.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final String GATE = "gate/seven-gates/data-safety";

  @Test
  void theNewestStandsFirst() {
    // given
    List<Change> known = List.of(change("MISSING", "PASS", 1));

    // when
    List<Change> last = Change.last(known, List.of(change("PASS", "STALE", 5)));

    // then
    assertThat(last).containsExactly(change("PASS", "STALE", 5), change("MISSING", "PASS", 1));
  }

  @Test
  void lateWordTakesBackWhatItUndid() {
    // given
    List<Change> known = List.of(change("PASS", "EXPIRING", 5), change("MISSING", "PASS", 1));

    // when: a renewal of before the warning is told after it
    List<Change> last = Change.last(known, List.of(change("EXPIRING", "PASS", 1)));

    // then
    assertThat(last).containsExactly(change("MISSING", "PASS", 1));
  }

  @Test
  void lateWordThatUndoesEverythingLeavesNothing() {
    // given
    List<Change> known = List.of(change("PASS", "EXPIRING", 5));

    // when
    List<Change> last = Change.last(known, List.of(change("EXPIRING", "PASS", 4)));

    // then
    assertThat(last).isEmpty();
  }

  @Test
  void anotherGateIsNotTakenBack() {
    // given
    Change other = new Change("gate/seven-gates/load", "PASS", "FAIL", Instant.ofEpochSecond(9));

    // when
    List<Change> last = Change.last(List.of(other), List.of(change("MISSING", "PASS", 1)));

    // then
    assertThat(last).containsExactly(other, change("MISSING", "PASS", 1));
  }

  @Test
  void onlyTheLastAreKept() {
    // given
    List<Change> many =
        IntStream.range(0, 2 * Change.KEPT)
            .mapToObj(i -> change(i % 2 == 0 ? "PASS" : "FAIL", i % 2 == 0 ? "FAIL" : "PASS", i))
            .toList();

    // when
    List<Change> last = Change.last(List.of(), many);

    // then
    assertThat(last).hasSize(Change.KEPT).first().isEqualTo(many.get(many.size() - 1));
  }

  private static Change change(String from, String to, int second) {
    return new Change(GATE, from, to, Instant.ofEpochSecond(second));
  }
}
