package dev.muster.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A check that is made again and again, and answered well.
 *
 * @param every from one run to the next
 * @param inProduction whether it looks at what runs, rather than at the branch
 */
record Habit(String check, Duration every, boolean inProduction, Map<String, Double> values) {

  Habit {
    values = Map.copyOf(values);
  }

  /** Of a service that does all that the seven gates ask. */
  static final List<Habit> SERVICE =
      List.of(
          runtime("structured-logs", 60),
          runtime("metrics", 30),
          runtime("tracing", 60),
          branch(
              "dependency-timeouts",
              70,
              Map.of(
                  "withoutTimeout",
                  0.0,
                  "withoutRetryPolicy",
                  0.0,
                  "withoutFailureBehaviour",
                  0.0)),
          branch("fault-injection", 40, Map.of("dependenciesFailed", 3.0)),
          branch("error-lint", 7, Map.of("silentCatches", 0.0, "unhandledRejections", 0.0)),
          runtime("rollback-drill", 40, Map.of("commands", 1.0, "seconds", 95.0)),
          branch("branch-protection", 2, Map.of("requiredChecks", 3.0)),
          branch("secret-scan", 2, Map.of()),
          branch(
              "dependency-scan", 2, Map.of("criticalFixable", 0.0, "critical", 0.0, "high", 1.0)),
          runtime("authorization-review", 80),
          runtime("authentication-review", 80),
          runtime("page-drill", 40, Map.of("minutesToAck", 6.0)),
          branch("migration-rollback", 40, Map.of()),
          runtime("destructive-guardrail", 80),
          runtime("load-test", 40, Map.of("peakRatio", 1.3)),
          runtime("autoscaling-test", 40, Map.of("horizontal", 1.0)),
          branch("runbook-inventory", 80, Map.of("failuresCovered", 7.0)),
          branch(
              "alert-rules",
              1,
              Map.of("paging", 6.0, "pagingWithoutRunbook", 0.0, "pagingOnCauses", 0.0)));

  /** Of a rotation. */
  static final List<Habit> ROTATION =
      List.of(
          branch("diagnosis-drill", 40, Map.of("minutesToAnswer", 4.0)),
          branch("page-drill", 40, Map.of("minutesToAck", 6.0)),
          branch(
              "on-call-rota",
              2,
              Map.of("primary", 1.0, "secondary", 1.0, "engineers", 5.0, "rotationDays", 7.0)));

  /** Of a system. */
  static final List<Habit> SYSTEM =
      List.of(
          branch("secrets-manager-review", 80, Map.of()),
          branch("authentication-review", 80, Map.of()),
          branch(
              "capacity-review",
              20,
              Map.of("peakPerSecond30d", 310.0, "headroomPercent", 40.0, "minutesToScale", 4.0)));

  /** Of the organisation. */
  static final List<Habit> ORGANISATION = List.of(branch("iam-review", 60, Map.of()));

  private static Habit runtime(String check, int days) {
    return runtime(check, days, Map.of());
  }

  private static Habit runtime(String check, int days, Map<String, Double> values) {
    return new Habit(check, Duration.ofDays(days), true, values);
  }

  private static Habit branch(String check, int days, Map<String, Double> values) {
    return new Habit(check, Duration.ofDays(days), false, values);
  }
}
