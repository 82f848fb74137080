package dev.muster.core.alert;

import dev.muster.core.gate.Origin;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one alert. Whoever acknowledges, acts on or classifies an alert names
 * it as its own source does.
 *
 * @param origin its source is that of the alert
 * @param rule the alerting rule's name
 * @param environment where it fired; absent: not told, and counts as production
 */
public record AlertEvent(
    Origin origin,
    Episode.Id episode,
    String rule,
    @Nullable String environment,
    AlertState state,
    Asks asks,
    Ties ties,
    Word word) {
  private static final Set<String> HEARTBEATS = Set.of("watchdog", "deadmansswitch");

  /**
   * What it asks of people.
   *
   * @param protectedClass absent: its rule is not protected
   */
  public record Asks(Severity severity, Urgency urgency, @Nullable ProtectedClass protectedClass) {}

  /**
   * What it belongs to; absent: to none.
   *
   * @param groupKey the group it was notified in; of a paging tool's incident the key that its
   *     alerts share
   * @param incidentId the paging tool's incident
   * @param musterId of Muster's own alert that caused it
   * @param deploymentId the deployment its tool ties it to
   * @param runbook of its rule
   */
  public record Ties(
      @Nullable String groupKey,
      @Nullable String incidentId,
      @Nullable String musterId,
      @Nullable String deploymentId,
      @Nullable String runbook) {
    public static final Ties NONE = new Ties(null, null, null, null, null);
  }

  /**
   * What a person said or did.
   *
   * @param by absent: a machine
   * @param classification absent: not classified by this event
   */
  public record Word(
      @Nullable String by, AlertAction action, @Nullable Classification classification) {
    public static final Word NONE = new Word(null, AlertAction.NONE, null);
  }

  /** A sign of life of its source and nothing else. */
  public boolean isHeartbeat() {
    return asks.severity() == Severity.NONE || HEARTBEATS.contains(rule.toLowerCase(Locale.ROOT));
  }
}
