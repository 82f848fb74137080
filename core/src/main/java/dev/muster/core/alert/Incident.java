package dev.muster.core.alert;

import dev.muster.core.alert.Firing.Ending;
import dev.muster.core.deploy.Failure;
import dev.muster.core.gate.AlertFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rotation's authority made of alerts: an incident of a paging tool, or a group that was
 * notified without a pause.
 *
 * @param name the authority's for it: a group has one name however often it is notified
 * @param firings in the order of their starts; never none
 * @param terms when it was opened
 */
public record Incident(String name, List<Firing> firings, Terms terms) {
  /** Alerts of one group that follow each other within it are one notification. */
  static final Duration FOLLOWS = Duration.ofMinutes(5);

  /** Around its opening, an alert of the same rule is what it is about. */
  static final Duration AROUND = Duration.ofMinutes(2);

  static final Comparator<Incident> BY_AGE =
      Comparator.comparing(Incident::opened).thenComparing(Incident::key);

  public Incident {
    firings = List.copyOf(firings);
  }

  /** Unlike that of any other of the service. */
  String key() {
    return name + '@' + opened().toEpochMilli();
  }

  /** At the first notification. */
  public Instant opened() {
    return firings.get(0).start();
  }

  /** The last end of its firings; of one that is open for ever. */
  public Instant until() {
    return firings.stream().map(Firing::until).max(Comparator.naturalOrder()).orElseThrow();
  }

  boolean isOpen() {
    return firings.stream().anyMatch(firing -> firing.ending() == Ending.OPEN);
  }

  /** Whether its end was told. */
  boolean isResolved() {
    return firings.stream().allMatch(firing -> firing.ending() == Ending.RESOLVED);
  }

  /** When a person first acknowledged it; absent: none did. */
  public @Nullable Instant acknowledged() {
    return firings.stream()
        .map(firing -> firing.episode().reaction().acknowledged())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The deployment its tool ties it to; absent: none. */
  public @Nullable String deploymentId() {
    return firings.stream()
        .map(firing -> firing.episode().ties().deploymentId())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** As gates read it. */
  public AlertFigures.Page figure() {
    return new AlertFigures.Page(opened(), acknowledged(), isOpen() ? null : until());
  }

  /** As what may be laid to a change reads it. */
  public Failure failure() {
    return new Failure(opened(), isOpen() ? null : until(), deploymentId());
  }

  public String rule() {
    return firings.get(0).episode().rule();
  }

  String source() {
    return firings.get(0).episode().id().source();
  }

  /** Whether it interrupted a person. */
  public boolean isPage() {
    return firings.stream().anyMatch(firing -> isPage(firing.episode()));
  }

  /** A paging tool's urgency says so; where it is not told, the severity does. */
  public static boolean isPage(Episode episode) {
    Severity severity = episode.asks().severity();
    if (!Terms.isAnswered(episode.id().source())) {
      return severity == Severity.PAGE;
    }
    return switch (episode.asks().urgency()) {
      case HIGH -> true;
      case LOW -> false;
      case UNKNOWN -> severity == Severity.PAGE || severity == Severity.UNKNOWN;
    };
  }

  /** Whether its span and an alert's touch. */
  boolean touches(Firing firing) {
    return !opened().isAfter(later(firing.until(), AROUND))
        && !later(until(), AROUND).isBefore(firing.start());
  }

  Duration distance(Firing firing) {
    return Duration.between(opened(), firing.start()).abs();
  }

  static Instant later(Instant instant, Duration by) {
    return instant.equals(Instant.MAX) ? instant : instant.plus(by);
  }
}
