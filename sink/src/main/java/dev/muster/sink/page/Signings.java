package dev.muster.sink.page;

import dev.muster.schemas.fact.Review;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.login.Reader;
import dev.muster.sink.release.CannotAnswer;
import dev.muster.sink.release.Question;
import dev.muster.sink.release.ReadinessDesk;
import dev.muster.sink.release.Subject;
import dev.muster.sink.release.Subject.OneService;
import dev.muster.sink.release.Subject.WholeSystem;
import dev.muster.sink.view.SignoffView;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Who signed that a service, or its system, may go, and whether it still is as it was signed. */
record Signings(SignoffView signoffs, ReadinessDesk desk, Reader reader, Times times) {

  /** A remark on a standard; empty where nobody signed. */
  Optional<String> of(Scorecard card, StandardScore score) {
    Stream<Subject> subjects =
        Stream.concat(
            Stream.of(new OneService(card.getService())),
            Stream.ofNullable(card.getSystem()).map(WholeSystem::new));
    return subjects
        .flatMap(
            subject ->
                signoffs.newest(subject.key(), score.getStandard()).stream()
                    .map(review -> new Signed(subject, review)))
        .max(Comparator.comparing(signed -> signed.review().getTime()))
        .map(this::remark);
  }

  private record Signed(Subject subject, Review review) {}

  private String remark(Signed signed) {
    Review review = signed.review();
    int waivers = review.getWaivers().size();
    return "signed off%s by %s %s%s%s"
        .formatted(
            signed.subject() instanceof WholeSystem system ? " for " + system.name() : "",
            review.getBy() == null ? "nobody" : Names.brief(review.getBy()),
            times.relative(review.getTime()),
            waivers == 0
                ? ""
                : waivers == 1 ? ", 1 waiver accepted" : ", " + waivers + " waivers accepted",
            isAsSigned(signed) ? "" : "; changed since");
  }

  private boolean isAsSigned(Signed signed) {
    Review review = signed.review();
    try {
      Question question =
          new Question(
              signed.subject(),
              String.valueOf(review.getStandard()),
              review.getLevel(),
              times.now());
      return desk.answer(reader, question).statement().hash().equals(review.getScorecardHash());
    } catch (CannotAnswer anyMore) {
      return false;
    }
  }
}
