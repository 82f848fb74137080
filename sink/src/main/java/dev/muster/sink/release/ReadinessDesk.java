package dev.muster.sink.release;

import com.linecorp.armeria.common.HttpStatus;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.release.Readiness;
import dev.muster.core.release.ReleaseGate;
import dev.muster.core.release.Scored;
import dev.muster.core.release.ServiceReadiness;
import dev.muster.core.release.UnknownLevel;
import dev.muster.runtime.http.Problem;
import dev.muster.runtime.settings.Closest;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.login.Reader;
import dev.muster.sink.release.Subject.OneService;
import dev.muster.sink.view.Freshness;
import dev.muster.sink.view.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Answers whether something may be released: from what was judged, for all that is meant. */
public final class ReadinessDesk {
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Views views;
  private final Clock clock;

  public ReadinessDesk(Views views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  /**
   * The gate's answer.
   *
   * @throws CannotAnswer for what is not known, not judged yet, or not theirs to read
   */
  public Answer answer(Reader reader, Question question) {
    Freshness fresh =
        views
            .freshness()
            .orElseThrow(
                () ->
                    CannotAnswer.because(
                        Problem.unavailable(
                            "The scorecards have not been read to their end yet.", AGAIN)));
    List<String> services = services(question.subject(), reader);
    if (!services.stream().allMatch(reader::mayRead)) {
      String what = question.subject() instanceof OneService ? "service" : "system";
      throw CannotAnswer.because(
          Problem.of(HttpStatus.FORBIDDEN, "This token may not read all of that " + what + '.'));
    }
    Instant now = clock.instant();
    ReleaseGate gate = new ReleaseGate(question.level(), question.at());
    return new Answer(
        question,
        fresh,
        new Readiness(
            services.stream()
                .map(service -> look(gate, scored(service, question.standard(), now)))
                .toList()));
  }

  private static ServiceReadiness look(ReleaseGate gate, Scored scored) {
    try {
      return gate.look(scored);
    } catch (UnknownLevel unknown) {
      throw CannotAnswer.unknown(
          unknown.getMessage() + " It has " + String.join(", ", unknown.levels()) + '.');
    }
  }

  /** Those the catalogue names, judged or not; at least one. */
  private List<String> services(Subject subject, Reader reader) {
    Collection<Service> all = views.catalogue().catalogue().services().values();
    if (subject instanceof OneService) {
      if (all.stream().noneMatch(each -> each.name().equals(subject.name()))) {
        throw CannotAnswer.unknown(
            "There is no service \"%s\".%s"
                .formatted(
                    subject.name(),
                    near(
                        subject.name(),
                        all.stream().map(Service::name).filter(reader::mayRead).toList())));
      }
      return List.of(subject.name());
    }
    List<Service> living =
        all.stream().filter(each -> each.lifecycle() != Lifecycle.RETIRED).toList();
    List<String> members =
        living.stream()
            .filter(each -> subject.name().equals(each.system()))
            .map(Service::name)
            .toList();
    if (members.isEmpty()) {
      List<String> systems =
          living.stream()
              .filter(each -> reader.mayRead(each.name()))
              .map(Service::system)
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      throw CannotAnswer.unknown(
          "No service belongs to a system \"%s\".%s"
              .formatted(subject.name(), near(subject.name(), systems)));
    }
    return members;
  }

  private Scored scored(String service, String standard, Instant now) {
    Scorecard card =
        views
            .scorecards()
            .snapshot()
            .value(service)
            .orElseThrow(
                () ->
                    CannotAnswer.unknown(
                        '"' + service + "\" is in the catalogue and was not judged yet."));
    StandardScore score =
        card.getStandards().stream()
            .filter(each -> each.getStandard().equals(standard))
            .findFirst()
            .orElseThrow(() -> notHeld(card, standard));
    return ScoredCards.of(card, score, now);
  }

  private static CannotAnswer notHeld(Scorecard card, String standard) {
    List<String> held = card.getStandards().stream().map(StandardScore::getStandard).toList();
    String near = near(standard, held);
    return CannotAnswer.unknown(
        "\"%s\" is not held to \"%s\".%s"
            .formatted(
                card.getService(),
                standard,
                !near.isEmpty()
                    ? near
                    : held.isEmpty()
                        ? " It is held to none; add one under spec.standards."
                        : " It is held to " + String.join(", ", held) + '.'));
  }

  private static String near(String name, Collection<String> known) {
    return Closest.to(name, known).map(found -> " Did you mean " + found + '?').orElse("");
  }
}
