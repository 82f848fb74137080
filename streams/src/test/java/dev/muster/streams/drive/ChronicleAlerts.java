package dev.muster.streams.drive;

import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.AlertState;
import dev.muster.schemas.fact.Classification;
import dev.muster.schemas.fact.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Alerts of the chronicle's services, from their beginning to what people said of them. */
final class ChronicleAlerts {
  private static final int EPISODES = 10;
  private static final Duration SIGN = Duration.ofHours(7);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final List<String> RULES = List.of("HighErrors", "SlowAnswers", "DiskFull");

  private final Chronicle chronicle;

  ChronicleAlerts(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  void tell() {
    Instant ends = chronicle.begins().plus(Chronicle.SPAN);
    for (Instant at = chronicle.founded().plusSeconds(90); at.isBefore(ends); at = at.plus(SIGN)) {
      chronicle.tell(Topics.ALERT, "org", Alerts.heartbeat(at), at.plusMillis(20));
    }
    for (String service : ChronicleTown.SERVICES) {
      for (int i = 0; i < EPISODES; i++) {
        episode(service);
      }
    }
  }

  private void episode(String service) {
    Instant began = chronicle.once(2) ? chronicle.any() : chronicle.anyOfWeeks();
    String rule = chronicle.oneOf(RULES);
    Alert fired =
        Alert.newBuilder(Facts.firing(chronicle.id(), service, began))
            .setRule(rule)
            .setFingerprint(rule + '-' + chronicle.random().nextInt(3))
            .setGroupKey(service + '/' + rule)
            .setEnvironment("production")
            .setSeverity(chronicle.oneOf(List.of(Severity.PAGE, Severity.TICKET)))
            .build();
    tell(fired);
    Instant ended = began.plus(chronicle.some(LONGEST));
    while (chronicle.once(2)) {
      step(fired, AlertState.FIRING, between(began, ended));
    }
    if (chronicle.once(2)) {
      step(fired, AlertState.ACKNOWLEDGED, between(began, ended));
    }
    if (!chronicle.once(8)) {
      step(fired, AlertState.RESOLVED, ended);
    }
    if (chronicle.once(3)) {
      tell(
          next(fired, AlertState.CLASSIFIED, ended.plus(chronicle.some(LONGEST)))
              .setClassification(
                  chronicle.oneOf(
                      List.of(Classification.ACTION_TAKEN, Classification.THRESHOLD_WRONG)))
              .setBy("ann@example.org")
              .build());
    }
  }

  private Instant between(Instant from, Instant to) {
    return from.plus(chronicle.some(Duration.between(from, to)));
  }

  private void step(Alert fired, AlertState state, Instant time) {
    tell(
        next(fired, state, time)
            .setBy(state == AlertState.ACKNOWLEDGED ? "ann@example.org" : null)
            .build());
  }

  private Alert.Builder next(Alert fired, AlertState state, Instant time) {
    return Alert.newBuilder(fired).setId(chronicle.id()).setState(state).setTime(time);
  }

  private void tell(Alert alert) {
    Duration late = chronicle.once(10) ? LONGEST : Duration.ofSeconds(5);
    Instant received = alert.getTime().plusMillis(20).plus(chronicle.some(late));
    chronicle.tell(Topics.ALERT, alert.getService(), alert, received);
  }
}
