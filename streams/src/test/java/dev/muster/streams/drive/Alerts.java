package dev.muster.streams.drive;

import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.AlertState;
import dev.muster.schemas.fact.Classification;
import dev.muster.schemas.fact.NoiseVerdict;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.ReviewAction;
import dev.muster.schemas.fact.ReviewKind;
import dev.muster.schemas.fact.Severity;
import dev.muster.schemas.fact.Urgency;
import java.time.Instant;

/** Facts on alerts as collectors and pages write them. */
public final class Alerts {
  private static final String GROUP = "{}:{alertname=\"Disk\"}";

  private Alerts() {}

  /** Of the rule {@code Disk}, as Alertmanager tells it. */
  public static Alert firing(String service, Severity severity, Instant start) {
    return of(service, "alertmanager/eu-1", "pod-1", severity, start)
        .setId("disk-" + start + "-firing")
        .setState(AlertState.FIRING)
        .setTime(start)
        .build();
  }

  public static Alert resolved(Alert firing, Instant end) {
    return Alert.newBuilder(firing)
        .setId(firing.getId() + "-resolved")
        .setState(AlertState.RESOLVED)
        .setTime(end)
        .build();
  }

  /** PagerDuty's incident about it. */
  public static Alert incident(String service, Instant opened) {
    return of(service, "pagerduty/acme", "P-" + opened, Severity.UNKNOWN, opened)
        .setId("P-" + opened + "-triggered")
        .setRule("The disk is full")
        .setIncidentId("P-" + opened)
        .setUrgency(Urgency.HIGH)
        .setState(AlertState.FIRING)
        .setTime(opened)
        .build();
  }

  public static Alert acknowledged(Alert incident, Instant at) {
    return Alert.newBuilder(incident)
        .setId(incident.getId() + "-acknowledged")
        .setState(AlertState.ACKNOWLEDGED)
        .setBy("ann@example.org")
        .setTime(at)
        .build();
  }

  public static Alert classified(Alert firing, Classification word, Instant at) {
    return Alert.newBuilder(firing)
        .setId(firing.getId() + "-classified-" + at)
        .setState(AlertState.CLASSIFIED)
        .setClassification(word)
        .setBy("ann@example.org")
        .setTime(at)
        .build();
  }

  /** A watchdog's sign of life, for all services. */
  public static Alert heartbeat(Instant at) {
    return Alert.newBuilder()
        .setId("watchdog-" + at)
        .setSource("alertmanager/eu-1")
        .setSubject("org")
        .setTime(at)
        .setRule("Watchdog")
        .setFingerprint("watchdog")
        .setStartedAt(Instant.EPOCH.plusSeconds(1))
        .setSeverity(Severity.NONE)
        .setState(AlertState.FIRING)
        .build();
  }

  /** A rotation's weekly review was closed. */
  public static Review closed(String rotation, String week, Instant at) {
    return Review.newBuilder()
        .setId("review-" + week)
        .setSource("muster/sink")
        .setSubject("rotation/" + rotation)
        .setTime(at)
        .setKind(ReviewKind.WEEK)
        .setAction(ReviewAction.CLOSED)
        .setWeek(week)
        .setRotation(rotation)
        .setBy("ann@example.org")
        .build();
  }

  public static Review declined(String service, NoiseVerdict proposal, Instant at) {
    return Review.newBuilder()
        .setId("declined-" + at)
        .setSource("muster/sink")
        .setService(service)
        .setTime(at)
        .setKind(ReviewKind.PROPOSAL)
        .setAction(ReviewAction.DECLINED)
        .setRule("Disk")
        .setProposal(proposal)
        .setBy("ann@example.org")
        .build();
  }

  private static Alert.Builder of(
      String service, String source, String series, Severity severity, Instant start) {
    return Alert.newBuilder()
        .setSource(source)
        .setService(service)
        .setRule("Disk")
        .setFingerprint(series)
        .setStartedAt(start)
        .setEnvironment("production")
        .setSeverity(severity)
        .setGroupKey(GROUP);
  }
}
