package dev.muster.streams.judge;

import dev.muster.core.alert.Alerts;
import dev.muster.core.alert.SignsOfLife;
import dev.muster.core.alert.book.AlertBook;
import dev.muster.core.alert.book.GateFigures;
import dev.muster.core.alert.book.WeekScore;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.deploy.Failure;
import dev.muster.core.gate.AlertFigures;
import dev.muster.core.gate.AlertFigures.Heard;
import dev.muster.core.gate.AlertFigures.Page;
import dev.muster.core.gate.AlertFigures.Proposal;
import dev.muster.core.gate.AlertFigures.Week;
import dev.muster.core.gate.ReviewFigures;
import dev.muster.core.gate.Rulebook;
import dev.muster.schemas.judgement.NoiseScore;
import dev.muster.streams.noise.NoiseJudgements;
import dev.muster.streams.state.AlertStore;
import dev.muster.streams.state.Lru;
import dev.muster.streams.state.RotationRows;
import dev.muster.streams.state.SignRows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of the alerts of services and of their rotations. */
final class Noises {
  /** As far back as gates look; how one stood before, its mark remembers. */
  private static final Duration TOLD = Duration.ofDays(30);

  private final AlertStore alerts;
  private final SignRows signs;
  private final RotationRows rotations;
  private final Map<String, Told> told;

  /** What is worked out of a whole book, until that changes. */
  private record Told(
      List<Page> pages,
      List<Failure> failures,
      List<Proposal> proposals,
      Optional<WeekScore> score) {}

  /**
   * Over rows.
   *
   * @param most services of which what was worked out is held
   */
  Noises(AlertStore alerts, SignRows signs, RotationRows rotations, int most) {
    this.alerts = alerts;
    this.signs = signs;
    this.rotations = rotations;
    this.told = new Lru<>(most);
  }

  AlertBook book(String service) {
    return new AlertBook(alerts.of(service));
  }

  Instant quietFrom(String service) {
    return alerts.quietFrom(service);
  }

  SignRows signs() {
    return signs;
  }

  RotationRows rotations() {
    return rotations;
  }

  /** The book has changed in what is told of it. */
  void forget(String service) {
    told.remove(service);
  }

  private Told told(String service, Instant now) {
    Told known = told.get(service);
    if (known == null) {
      AlertBook book = book(service);
      Alerts all = book.alerts(now);
      known =
          new Told(
              GateFigures.pages(all, now),
              all.pages().stream().map(page -> page.incident().failure()).toList(),
              book.proposals(),
              book.score());
      told.put(service, known);
    }
    return known;
  }

  /** The last closed week; absent while none was, or where nobody would tell of an alert. */
  @Nullable NoiseScore score(Rulebook rulebook, Instant now) {
    return heard(rulebook).isEmpty()
        ? null
        : told(rulebook.service().name(), now).score().map(NoiseJudgements::score).orElse(null);
  }

  /** Pages of the service, which a change may have caused. */
  List<Failure> failures(String service, Instant now) {
    return told(service, now).failures();
  }

  /** When a source of the service's alerts was heard. */
  List<Heard> heard(Rulebook rulebook) {
    return GateFigures.heard(subjects(rulebook).flatMap(this::signs).toList());
  }

  private Stream<SignsOfLife> signs(String subject) {
    return signs.of(subject).values().stream();
  }

  /** The service, and what it belongs to. */
  static Stream<String> subjects(Rulebook rulebook) {
    return Stream.concat(
        Stream.of(rulebook.service().name()), rulebook.subjects().values().stream());
  }

  AlertFigures figures(Rulebook rulebook, Instant now) {
    Told known = told(rulebook.service().name(), now);
    return new AlertFigures(
        heard(rulebook), known.pages(), known.proposals(), weeks(rulebook), now.minus(TOLD));
  }

  private List<Week> weeks(Rulebook rulebook) {
    Rotation rotation = rulebook.service().rotation();
    if (rotation == null) {
      return List.of();
    }
    ZoneId zone = rotation.zone();
    List<Week> weeks = new ArrayList<>();
    for (RotationRows.Told week : rotations.of(rulebook.service().name(), rotation.name())) {
      // A week of pages that its authority told nothing of is not known to have had none.
      if (week.pages() > 0 || week.unjoined() == 0) {
        weeks.add(
            new Week(
                week.week().start(zone),
                week.week().plus(1).start(zone),
                Math.toIntExact(week.pages())));
      }
    }
    return weeks;
  }

  ReviewFigures reviews(Rulebook rulebook) {
    Rotation rotation = rulebook.service().rotation();
    return new ReviewFigures(
        rotation == null ? null : rotations.closed("rotation/" + rotation.name()));
  }
}
