package dev.muster.core.alert.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.alert.ProtectedClass;
import dev.muster.core.alert.Severity;
import dev.muster.core.alert.noise.NoiseReason.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All that is said about a rule's week, as a person reads it in sentences.txt. */
class NoiseSentencesTest {
  private static final Instant WINDOW = Instant.parse("2026-10-25T23:00:00Z");
  private static final Instant END = Instant.parse("2026-11-22T23:00:00Z");

  private final Set<Code> said = EnumSet.noneOf(Code.class);
  private final List<String> lines = new ArrayList<>();

  @Test
  void everySentenceIsInTheFileThatAPersonHasRead() throws IOException {
    // when
    verdicts();
    lines.add("");
    for (NoiseFlag flag : NoiseFlag.values()) {
      lines.add(flag + ": " + NoiseSentences.of(flag));
    }
    lines.add("");
    for (Late late : Late.values()) {
      lines.add(late + ": " + NoiseSentences.of(late));
    }
    // then
    assertThat(said).containsExactlyInAnyOrder(Code.values());
    assertThat(String.join("\n", lines) + "\n").isEqualTo(read());
  }

  @Test
  void aCodeOfANewerVersionStandsForItself() {
    assertThat(NoiseSentences.of("NEW_CODE", Map.of())).isEqualTo("NEW_CODE");
  }

  private void verdicts() {
    say(Severity.PAGE, span(0, 0, 0, 0, 0, 0, 0), null, END);
    say(Severity.PAGE, span(7, 1, 2, 0, 0, 0, 5), null, WINDOW.plusSeconds(1));
    say(Severity.PAGE, span(7, 1, 1, 0, 0, 0, 5), null, WINDOW);
    say(Severity.PAGE, span(7, 1, 4, 0, 1, 0, 5), null, WINDOW);
    say(Severity.TICKET, span(6, 3, 1, 0, 0, 0, 5), null, WINDOW);
    say(Severity.TICKET, span(5, 1, 3, 0, 2, 0, 5), null, WINDOW);
    say(Severity.TICKET, span(5, 0, 5, 1, 0, 0, 2), null, WINDOW);
    say(Severity.PAGE, span(7, 2, 4, 0, 0, 0, 5), null, WINDOW);
    say(Severity.TICKET, span(8, 0, 8, 4, 0, 0, 4), null, WINDOW, span(1, 0, 1, 1, 0, 0, 1));
    say(Severity.TICKET, span(9, 1, 2, 0, 0, 6, 4), null, WINDOW);
    say(Severity.TICKET, span(9, 1, 4, 0, 0, 2, 4), null, WINDOW);
    for (NoiseVerdict proposal : NoiseVerdict.values()) {
      if (proposal.isProposal()) {
        guarded(proposal);
        answered(proposal, false);
        answered(proposal, true);
      }
    }
  }

  private void guarded(NoiseVerdict proposal) {
    say(
        proposal == NoiseVerdict.DOWNGRADE ? Severity.PAGE : Severity.TICKET,
        applying(proposal),
        proposal == NoiseVerdict.TUNE ? ProtectedClass.UNKNOWN : ProtectedClass.DATA_LOSS,
        WINDOW,
        proposal == NoiseVerdict.SUPPRESS ? applying(proposal) : Tally.Span.NOTHING);
  }

  private static Tally.Span applying(NoiseVerdict proposal) {
    return switch (proposal) {
      case SUPPRESS -> span(5, 0, 5, 1, 0, 0, 2);
      case DOWNGRADE -> span(7, 2, 4, 0, 0, 0, 5);
      case DELETE -> span(8, 0, 8, 4, 0, 0, 4);
      default -> span(9, 1, 2, 0, 0, 6, 4);
    };
  }

  private void answered(NoiseVerdict proposal, boolean accepted) {
    Answer answer =
        new Answer("sink", "a", END.minusSeconds(9 * 86_400), END, "Disk", proposal, accepted);
    Tally.Span week = proposal == NoiseVerdict.SUPPRESS ? applying(proposal) : Tally.Span.NOTHING;
    say(
        of(
            proposal == NoiseVerdict.DOWNGRADE ? Severity.PAGE : Severity.TICKET,
            new Tally(week, applying(proposal)),
            null,
            WINDOW,
            answer));
  }

  private static Tally.Span span(
      long fired, long acted, long not, long classified, long confirmed, long brief, long days) {
    return new Tally.Span(fired, acted, not, classified, confirmed, brief, days);
  }

  private void say(
      Severity severity, Tally.Span month, @Nullable ProtectedClass protection, Instant since) {
    say(severity, month, protection, since, month);
  }

  private void say(
      Severity severity,
      Tally.Span month,
      @Nullable ProtectedClass protection,
      Instant since,
      Tally.Span week) {
    say(of(severity, new Tally(week, month), protection, since, null));
  }

  private static Verdict of(
      Severity severity,
      Tally tally,
      @Nullable ProtectedClass protection,
      Instant since,
      @Nullable Answer answer) {
    return Verdict.of(
        new Verdict.Case(
            "Disk", severity, Optional.ofNullable(protection), tally, WINDOW, END, since, true),
        new Verdict.Answered() {
          @Override
          public Optional<Answer> last(NoiseVerdict proposal) {
            return Optional.ofNullable(answer).filter(one -> one.proposal() == proposal);
          }

          @Override
          public long then(Answer one) {
            return 5;
          }
        });
  }

  private void say(Verdict verdict) {
    said.add(verdict.reason().code());
    lines.add(
        verdict.what()
            + " "
            + verdict.reason().code()
            + ": "
            + NoiseSentences.of(verdict.reason()));
  }

  private static String read() throws IOException {
    try (InputStream in = NoiseSentencesTest.class.getResourceAsStream("sentences.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
