package dev.muster.core.alert;

import dev.muster.core.alert.Firing.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person experienced: the episodes of one rule that overlap or follow within five minutes.
 *
 * @param firings in the order of their starts; never none
 * @param incidents of the rotation's authority that are about it
 * @param until the last end; of one that is open for ever
 */
public record Occurrence(
    String rule, List<Firing> firings, List<Incident> incidents, Ending ending, Instant until) {
  /** Episodes that follow each other within it are one occurrence. */
  public static final Duration FOLLOWS = Duration.ofMinutes(5);

  public Occurrence {
    firings = List.copyOf(firings);
    incidents = List.copyOf(incidents);
  }

  /** Alerts of one rule, in the order of their starts, that are one occurrence each. */
  public static List<List<Firing>> runs(List<Firing> firings) {
    return Runs.of(firings, FOLLOWS);
  }

  static Occurrence of(String rule, List<Firing> firings, List<Incident> incidents) {
    return new Occurrence(
        rule,
        firings,
        incidents,
        ending(firings),
        firings.stream().map(Firing::until).max(Instant::compareTo).orElseThrow());
  }

  private static Ending ending(List<Firing> firings) {
    if (firings.stream().anyMatch(firing -> firing.ending() == Ending.OPEN)) {
      return Ending.OPEN;
    }
    boolean unseen = firings.stream().anyMatch(firing -> firing.ending() == Ending.UNSEEN);
    return unseen ? Ending.UNSEEN : Ending.RESOLVED;
  }

  public Instant begin() {
    return firings.get(0).start();
  }

  /** How long it lasted; absent: it is open, or nobody saw its end. */
  public @Nullable Duration lasted() {
    return ending == Ending.RESOLVED ? Duration.between(begin(), until) : null;
  }

  public boolean isSilenced() {
    return firings.stream().anyMatch(firing -> firing.episode().times().silenced() != null);
  }

  public Severity severity() {
    return firings.stream()
        .map(firing -> firing.episode().asks().severity())
        .max(Severity::compareTo)
        .orElseThrow();
  }

  /** Whether any of its alerts says what to do. */
  public boolean hasRunbook() {
    return firings.stream().anyMatch(firing -> firing.episode().ties().runbook() != null);
  }

  /** What people did about it, at the alerts or in the rotation's authority. */
  public Reaction reaction() {
    return touched()
        .map(Firing::episode)
        .map(Episode::reaction)
        .reduce(Reaction.NONE, Reaction::and);
  }

  /** Whether somebody worked on it, by what some tool shows. */
  public boolean isActedOn() {
    return touched().anyMatch(firing -> firing.episode().reaction().isAct());
  }

  /** Whether people answer in the authority, and it is over there, and nobody touched it. */
  public boolean isShownUntouched() {
    return !incidents.isEmpty()
        && incidents.stream().allMatch(Incident::isResolved)
        && incidents.stream().allMatch(incident -> Terms.isAnswered(incident.source()))
        && touched().noneMatch(firing -> firing.episode().reaction().isAny());
  }

  /** Whether it ended without a person: none acknowledged, worked on or resolved it. */
  public boolean isLeftAlone() {
    Reaction reaction = reaction();
    return !isActedOn() && reaction.acknowledged() == null && reaction.resolved() == null;
  }

  /** Its alerts and those of its incidents. */
  private Stream<Firing> touched() {
    return Stream.concat(
        firings.stream(), incidents.stream().flatMap(incident -> incident.firings().stream()));
  }

  /** The rows it was found in. */
  public Stream<Episode> episodes() {
    return touched().map(Firing::episode);
  }
}
