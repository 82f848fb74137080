package dev.muster.core.alert.book;

import dev.muster.core.alert.Alerts;
import dev.muster.core.alert.Page;
import dev.muster.core.alert.SignsOfLife;
import dev.muster.core.alert.SignsOfLife.Span;
import dev.muster.core.alert.noise.Answers;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.NoiseVerdict;
import dev.muster.core.alert.noise.Proposals;
import dev.muster.core.alert.noise.ServiceWeek;
import dev.muster.core.alert.noise.Weeks;
import dev.muster.core.gate.AlertFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What gates read of a service's alerts. */
public final class GateFigures {
  /** Gates look back over 30 days; since when a gate stands so, they are asked for earlier. */
  static final Duration PAGES = Duration.ofDays(60);

  private GateFigures() {}

  /** Pages of the last 60 days, and the last one that a person acknowledged. */
  public static List<AlertFigures.Page> pages(Alerts alerts, Instant now) {
    Optional<Page> last =
        alerts.pages().stream()
            .filter(page -> page.incident().acknowledged() != null)
            .max(Comparator.comparing(page -> acknowledged(page)));
    Instant from = now.minus(PAGES);
    return alerts.pages().stream()
        .filter(
            page ->
                !page.incident().opened().isBefore(from) || last.stream().anyMatch(page::equals))
        .map(page -> page.incident().figure())
        .toList();
  }

  private static Instant acknowledged(Page page) {
    Instant acknowledged = page.incident().acknowledged();
    return acknowledged == null ? Instant.MIN : acknowledged;
  }

  /** Proposals of closed weeks, answered or not. */
  public static List<AlertFigures.Proposal> proposals(
      Collection<ServiceWeek> closed, Weeks weeks, Answers answers) {
    NavigableMap<IsoWeek, Map<String, NoiseVerdict>> verdicts = new TreeMap<>();
    closed.forEach(week -> verdicts.put(week.week(), week.verdicts()));
    return Proposals.of(verdicts, weeks, answers);
  }

  /** When one or another source was heard, without a longer silence each time. */
  public static List<AlertFigures.Heard> heard(Collection<SignsOfLife> sources) {
    return sources.stream()
        .reduce(SignsOfLife::and)
        .map(SignsOfLife::spans)
        .orElse(List.of())
        .stream()
        .map(GateFigures::heard)
        .toList();
  }

  private static AlertFigures.Heard heard(Span span) {
    return new AlertFigures.Heard(span.from(), span.to().plus(SignsOfLife.SILENCE));
  }
}
