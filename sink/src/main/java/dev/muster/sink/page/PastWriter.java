package dev.muster.sink.page;

import dev.muster.core.past.Standing;
import dev.muster.core.scorecard.Sentences;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.Verdict;
import dev.muster.sink.page.PastPage.Line;
import dev.muster.sink.page.PastPage.Section;
import dev.muster.sink.page.PastPage.Stand;
import dev.muster.sink.past.Past;
import dev.muster.sink.view.Reasons;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the page of one service as it was. */
record PastWriter(Past.Card card, Times times) {
  private static final DateTimeFormatter FIELD =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  /** As a form's field has it, in UTC. */
  static String field(Instant at) {
    return FIELD.format(at.truncatedTo(ChronoUnit.SECONDS));
  }

  PastPage page(Frame frame) {
    return new PastPage(
        frame,
        card.service(),
        times.moment(card.at()),
        field(card.at()),
        field(times.now()),
        card.differs(),
        card.definition(),
        times.moment(card.defined()),
        card.standards().stream().map(this::section).toList());
  }

  private Section section(Past.Held held) {
    var from = held.from();
    return new Section(
        held.standard(),
        held.title(),
        held.level(),
        held.hash(),
        from == null ? null : times.day(from),
        verdict(held.known()),
        held.differs() ? verdict(held.spoken()) : null,
        held.gates().stream().map(this::line).toList());
  }

  private static PastPage.Verdict verdict(Standing standing) {
    Verdict verdict = Verdict.valueOf(standing.verdict().name());
    return new PastPage.Verdict(
        Marks.of(verdict), Words.verdict(verdict), Sentences.of(standing.score()));
  }

  private Line line(Past.Gate gate) {
    return new Line(gate.gate(), stand(gate.known()), gate.differs() ? stand(gate.spoken()) : null);
  }

  private Stand stand(Optional<Past.Word> word) {
    return word.map(this::stand)
        .orElseGet(
            () ->
                new Stand(
                    Mark.UNSURE,
                    "Not judged",
                    "The log has no judgement of it for that instant.",
                    null,
                    null,
                    null,
                    null,
                    null));
  }

  private Stand stand(Past.Word word) {
    GateJudgement judgement = word.judgement();
    Mark mark =
        word.overdue() ? Mark.UNSURE : Marks.of(judgement.getEffective(), judgement.getReason());
    return new Stand(
        mark,
        word.overdue() ? "Ran out, not judged since" : mark.word(),
        Reasons.sentence(judgement.getReason(), judgement.getReasonValues()),
        times.moment(judgement.getSince()),
        times.moment(judgement.getSpoken()),
        evidence(judgement.getEvidence()),
        judgement.getWaiverId(),
        judgement.getProof() == Proof.PERSON ? "on a person's word" : null);
  }

  private static @Nullable String evidence(@Nullable Evidence evidence) {
    return evidence == null ? null : evidence.getSource() + ' ' + evidence.getId();
  }
}
