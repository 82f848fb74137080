package dev.muster.core.waiver;

import static dev.muster.core.waiver.Steps.ANN;
import static dev.muster.core.waiver.Steps.BOB;
import static dev.muster.core.waiver.Steps.EVE;
import static dev.muster.core.waiver.Steps.LOAD;
import static dev.muster.core.waiver.Steps.asked;
import static dev.muster.core.waiver.Steps.book;
import static dev.muster.core.waiver.Steps.day;
import static dev.muster.core.waiver.Steps.step;
import static dev.muster.core.waiver.Steps.terms;
import static dev.muster.core.waiver.WaiverStep.Kind.APPROVED;
import static dev.muster.core.waiver.WaiverStep.Kind.PROPOSED;
import static dev.muster.core.waiver.WaiverStep.Kind.REJECTED;
import static dev.muster.core.waiver.WaiverStep.Kind.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.gate.Waivers.Waived;
import dev.muster.core.waiver.WaiverStep.Terms;
import dev.muster.core.word.Mistake;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a waiver, and each step that has no effect. */
class WaiverBookTest {
  private static final Terms TERMS = terms(ANN, 2, 30);
  private static final WaiverStep ASKED = asked("w", TERMS, 1);
  private static final WaiverStep APPROVED_BY_BOB = step(APPROVED, "w", TERMS, BOB, 3);

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("no reason", book(), text("", "slow", "watch"), "reason"),
        refused("no risk", book(), text("late", " ", "watch"), "risk"),
        refused("no action", book(), text("late", "slow", ""), "compensatingAction"),
        refused("in another's name", book(), step(PROPOSED, "w", TERMS, EVE, 1), "requestedBy"),
        refused("ends before it starts", book(), asked("w", terms(ANN, 9, 9), 1), "expires"),
        refused("over already", book(), asked("w", terms(ANN, 2, 9), 9), "expires"),
        refused("too long", book(), asked("w", terms(ANN, 2, 182.1), 1), "expires"),
        refused("asked twice", book(ASKED), asked("w", TERMS, 2), "waiverId"),
        refused("never asked", book(), APPROVED_BY_BOB, "waiverId"),
        refused("by who asked", book(ASKED), step(APPROVED, "w", TERMS, ANN, 3), "by"),
        refused("by no approver", book(ASKED), step(APPROVED, "w", TERMS, EVE, 3), "by"),
        refused(
            "other terms", book(ASKED), step(APPROVED, "w", terms(ANN, 2, 90), BOB, 3), "terms"),
        refused("ended unanswered", book(ASKED), step(APPROVED, "w", TERMS, BOB, 30), "state"),
        refused("approved twice", book(ASKED, APPROVED_BY_BOB), APPROVED_BY_BOB, "state"),
        refused(
            "approved when taken back",
            book(ASKED, step(REVOKED, "w", TERMS, ANN, 2)),
            APPROVED_BY_BOB,
            "state"),
        refused(
            "taken back when rejected",
            book(ASKED, step(REJECTED, "w", TERMS, BOB, 2)),
            step(REVOKED, "w", TERMS, ANN, 3),
            "state"),
        refused("the sixth", five(), asked("w", TERMS, 6), "service"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void aStepAgainstTheRulesHasNoEffect(
      String name, WaiverBook book, WaiverStep step, String field) {
    // when
    var refusal = book.refusal(step);
    // then
    assertThat(refusal).map(Mistake::field).contains(field);
    assertThat(List.copyOf(book.with(step).waivers())).isEqualTo(List.copyOf(book.waivers()));
  }

  @Test
  void aGateIsWaivedFromApprovalToTheEnd() {
    // given
    WaiverBook book = book(ASKED, APPROVED_BY_BOB);
    // then
    assertThat(book.inForce(LOAD, day(2.9))).isEmpty();
    assertThat(book.inForce(LOAD, day(3))).contains(new Waived("w", day(30)));
    assertThat(book.inForce(LOAD, day(30).minusMillis(1))).isPresent();
    assertThat(book.inForce(LOAD, day(30))).isEmpty();
    assertThat(book.turnsAfter(LOAD, day(4))).contains(day(30));
    assertThat(book.turnedBy(LOAD, day(4))).contains(day(3));
  }

  @Test
  void whoeverTakesItBackEndsItAtOnce() {
    // given
    WaiverBook book = book(ASKED, APPROVED_BY_BOB, step(REVOKED, "w", TERMS, EVE, 9));
    // then
    assertThat(book.inForce(LOAD, day(8.9))).isPresent();
    assertThat(book.inForce(LOAD, day(9))).isEmpty();
    assertThat(book.waivers().iterator().next().at(day(9))).isEqualTo(Waiver.State.REVOKED);
  }

  @Test
  void ofTwoTheOneThatEndsLastCounts() {
    // given
    Terms longer = terms(ANN, 5, 60);
    WaiverBook book =
        book(ASKED, APPROVED_BY_BOB, asked("x", longer, 4), step(APPROVED, "x", longer, BOB, 4));
    // then
    assertThat(book.inForce(LOAD, day(4.5))).contains(new Waived("w", day(30)));
    assertThat(book.inForce(LOAD, day(5))).contains(new Waived("x", day(60)));
    assertThat(book.turnedBy(LOAD, day(40))).as("one span without a gap").contains(day(3));
  }

  @Test
  void anEndedOneMakesRoomForAnother() {
    assertThat(five().refusal(asked("w", terms(ANN, 21, 30), 20))).isEmpty();
  }

  @Test
  void anApprovalCountsByWhoCouldApproveThen() {
    // given
    WaiverBook book = book(ASKED, APPROVED_BY_BOB);
    // when
    WaiverBook bobHasLeft = book.with(day(10), Set.of(EVE));
    WaiverBook eveTookOverBefore =
        WaiverBook.of(book.steps(), book.approvers().with(day(2), Set.of(EVE)));
    // then
    assertThat(bobHasLeft.inForce(LOAD, day(11))).isPresent();
    assertThat(eveTookOverBefore.inForce(LOAD, day(11))).isEmpty();
  }

  private static WaiverBook five() {
    WaiverBook book = book();
    for (int i = 0; i < 5; i++) {
      book = book.with(asked("v" + i, terms(ANN, i, 20), i));
    }
    return book;
  }

  private static WaiverStep text(String reason, String risk, String action) {
    return asked("w", new Terms(LOAD, reason, risk, action, ANN, day(2), day(30)), 1);
  }

  private static Arguments refused(String name, WaiverBook book, WaiverStep step, String field) {
    return Arguments.of(name, book, step, field);
  }
}
