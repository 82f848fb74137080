package dev.muster.sink.past;

import dev.muster.core.past.Standing;
import dev.muster.schemas.judgement.GateJudgement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log says of a service at an instant. */
public sealed interface Past {

  /** Nothing: it is not in the catalogue, and never was. */
  record NeverThere() implements Past {}

  /**
   * Nothing that reaches back so far.
   *
   * @param sentence says from when on it does
   */
  record TooEarly(Instant earliest, String sentence) implements Past {}

  /** It was taken out of the catalogue before, at {@code since}. */
  record Gone(Instant since) implements Past {}

  /**
   * What was in force.
   *
   * @param definition hash of its catalogue entry then
   * @param defined since when that entry was in force
   * @param readAt up to when the log was read
   */
  record Card(
      String service,
      Instant at,
      String definition,
      Instant defined,
      Instant readAt,
      List<Held> standards)
      implements Past {
    /** Whether anything was corrected afterwards. */
    public boolean differs() {
      return standards.stream().anyMatch(Held::differs);
    }
  }

  /**
   * A standard that it was held to.
   *
   * @param hash of its text then
   * @param from the first day on which it was to bite, absent when it did
   * @param known as is known now
   * @param spoken as was said then
   */
  record Held(
      String standard,
      String title,
      String level,
      String hash,
      @Nullable LocalDate from,
      Standing known,
      Standing spoken,
      List<Gate> gates) {
    /** Whether anything was corrected afterwards. */
    public boolean differs() {
      return gates.stream().anyMatch(Gate::differs);
    }
  }

  /** A gate; what is empty was never said. */
  record Gate(String gate, Optional<Word> known, Optional<Word> spoken) {
    /** Whether what is known now is not what was said then. */
    public boolean differs() {
      return !known.map(Word::gist).equals(spoken.map(Word::gist));
    }
  }

  /**
   * A judgement as seen from the instant.
   *
   * @param overdue its proof had run out, and nobody had judged since
   */
  record Word(GateJudgement judgement, boolean overdue) {
    private List<Object> gist() {
      return List.of(
          judgement.getSince(),
          judgement.getRaw(),
          judgement.getEffective(),
          overdue,
          judgement.getReason(),
          judgement.getReasonValues(),
          Objects.requireNonNullElse(judgement.getEvidence(), ""));
    }
  }
}
