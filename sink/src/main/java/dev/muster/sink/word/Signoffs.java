package dev.muster.sink.word;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.core.release.Obstacle;
import dev.muster.core.release.Readiness;
import dev.muster.core.release.ServiceReadiness;
import dev.muster.core.word.Mistake;
import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.auth.Role;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.ReviewAction;
import dev.muster.schemas.fact.ReviewKind;
import dev.muster.sink.login.Reader;
import dev.muster.sink.release.Answer;
import dev.muster.sink.release.CannotAnswer;
import dev.muster.sink.release.Question;
import dev.muster.sink.release.ReadinessDesk;
import dev.muster.sink.release.Subject;
import dev.muster.sink.release.Subject.OneService;
import dev.muster.sink.release.Subject.WholeSystem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A person signs that something may go. They name what they saw: the hash of the statement, and
 * each waiver they accept; what changed since they looked is not signed.
 */
final class Signoffs {
  private final ReadinessDesk desk;
  private final Clock clock;

  Signoffs(ReadinessDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** What was signed, or why it cannot be. */
  Said<Review> signed(Person person, Body body) {
    String id = body.optional("id").orElseGet(Names::newId);
    Optional<String> service = body.optional("service");
    Optional<String> system = body.optional("system");
    String standard = body.text("standard");
    Optional<String> level = body.optional("level");
    String seen = body.text("statement");
    List<String> accepted = waivers(body);
    Optional<String> note = body.optional("note");
    if (service.isPresent() == system.isPresent()) {
      body.wrong("service", "a service or a system", service.isPresent() ? "both" : "neither");
    }
    body.done();
    if (!person.has(Role.APPROVER)) {
      throw Refused.forbidden("Signing a release needs the role approver.");
    }
    Subject subject =
        service
            .<Subject>map(OneService::new)
            .orElseGet(() -> new WholeSystem(system.orElseThrow()));
    Instant now = clock.instant();
    Answer answer = answer(person, new Question(subject, standard, level.orElse(null), now));
    requireSignable(answer, seen, accepted);
    Review review =
        Review.newBuilder()
            .setId(id)
            .setSource(Pen.SOURCE)
            .setService(service.orElse(null))
            .setSubject(system.map(name -> subject.key()).orElse(null))
            .setSystem(system.orElse(null))
            .setTime(now)
            .setKind(ReviewKind.RELEASE)
            .setAction(ReviewAction.SIGNED)
            .setStandard(standard)
            .setLevel(level.orElse(null))
            .setWaivers(answer.readiness().waivers())
            .setNote(note.orElse(null))
            .setBy(person.email())
            .setScorecardHash(answer.statement().hash())
            .build();
    return new Said<>(Topics.REVIEW, subject.key(), review, id, now);
  }

  private static List<String> waivers(Body body) {
    List<String> waivers = new ArrayList<>();
    for (JsonNode each : body.at("waivers")) {
      if (each.isTextual()) {
        waivers.add(each.asText());
      } else {
        body.wrong("waivers[" + waivers.size() + ']', "a waiver's id", Body.kind(each));
      }
    }
    return waivers;
  }

  private Answer answer(Person person, Question question) {
    try {
      return desk.answer(new Reader(person), question);
    } catch (CannotAnswer why) {
      throw Refused.because(why.problem());
    }
  }

  /** An announced standard may be signed before it bites, where all of it holds. */
  private static void requireSignable(Answer answer, String seen, List<String> accepted) {
    Readiness readiness = answer.readiness();
    if (answer.fresh().stale()) {
      throw Refused.conflict(
          "The view is stale since " + answer.fresh().asOf() + "; nothing can be signed now.");
    }
    if (!readiness.wouldBe().lets()) {
      throw Refused.against(
          "It is " + readiness.wouldBe() + ", which nobody can sign.", obstacles(readiness));
    }
    if (!answer.statement().hash().equals(seen)) {
      throw Refused.conflict("It changed since you looked at it; look again, then sign.");
    }
    List<String> needed = readiness.waivers();
    if (!new TreeSet<>(needed).equals(new TreeSet<>(accepted))) {
      throw Refused.against(
          "It stands on waivers; who signs accepts each of them.",
          List.of(
              new Mistake(
                  "waivers", String.join(", ", needed), accepted.size() + " of other ids")));
    }
  }

  private static List<Mistake> obstacles(Readiness readiness) {
    List<Mistake> all = new ArrayList<>();
    for (ServiceReadiness each : readiness.services()) {
      if (!each.verdict().ready()) {
        for (Obstacle obstacle : each.obstacles()) {
          all.add(
              new Mistake(
                  each.service() + '/' + obstacle.gate(),
                  "a gate that holds or is waived",
                  obstacle.status() + ": " + obstacle.sentence()));
        }
      }
    }
    return all;
  }
}
