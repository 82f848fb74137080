package dev.muster.core.deploy;

import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Release;
import dev.muster.core.gate.DeployEvidence.Trigger;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sixty days of deployments and pages of one service, to the minute. */
final class ChangeHistories {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final int MINUTES = 60 * 24 * 60;

  private static final List<String> ENVIRONMENTS = List.of("prod-eu", "prod-us");
  private static final List<Outcome> ENDS =
      List.of(
          Outcome.SUCCEEDED,
          Outcome.SUCCEEDED,
          Outcome.SUCCEEDED,
          Outcome.FAILED,
          Outcome.ABORTED,
          Outcome.ROLLED_BACK,
          Outcome.UNKNOWN);

  private final Random random;
  private final List<DeployEvidence> steps = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  /** What happened. */
  record History(List<DeployEvidence> steps, List<Failure> failures) {

    /** As it stands when all is told. */
    List<Deployment> deployments() {
      DeployLog log = new DeployLog();
      steps.forEach(log::put);
      return log.newestFirst();
    }
  }

  private ChangeHistories(long seed) {
    random = new Random(seed);
  }

  static History of(long seed) {
    return new ChangeHistories(seed).history();
  }

  static Instant minute(long minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private History history() {
    int deployments = random.nextInt(25);
    for (int number = 0; number < deployments; number++) {
      deployment(number, deployments);
    }
    for (int i = random.nextInt(8); i > 0; i--) {
      page(deployments);
    }
    return new History(steps, failures);
  }

  private void deployment(int number, int others) {
    int minute = random.nextInt(MINUTES);
    String environment = pick(ENVIRONMENTS);
    String rollbackOf = random.nextInt(5) == 0 ? any(others, number) : null;
    if (random.nextBoolean()) {
      step(number, environment, Outcome.STARTED, minute, rollbackOf);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      minute += random.nextInt(90);
      step(number, environment, pick(ENDS), minute, rollbackOf);
    }
  }

  private void step(
      int number, String environment, Outcome outcome, int minute, @Nullable String rollbackOf) {
    Instant time = minute(minute);
    Position position = new Position("deploy", 0, steps.size());
    steps.add(
        new DeployEvidence(
            new Origin("step-" + steps.size(), "ci/1", "orders", time, time, position),
            environment,
            outcome,
            Trigger.PIPELINE,
            null,
            new Release("d" + number, null, null, null, rollbackOf),
            null));
  }

  private void page(int deployments) {
    int minute = random.nextInt(MINUTES);
    Instant to = random.nextInt(5) == 0 ? null : minute(minute + random.nextInt(200));
    String named = random.nextInt(3) == 0 ? any(deployments, -1) : null;
    failures.add(new Failure(minute(minute), to, named));
  }

  /** Now and then of none that is known; never of itself. */
  private String any(int deployments, int self) {
    int other = random.nextInt(deployments + 2);
    return "d" + (other == self ? deployments + 7 : other);
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
