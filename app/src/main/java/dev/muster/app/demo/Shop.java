package dev.muster.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One service of the demo and what is wrong with it; as the catalogue beside it says.
 *
 * @param dataset absent when it keeps none
 * @param lastRestore how long ago, at the end of the history
 * @param never checks that nobody makes
 * @param broken by check, what its newest answer is instead of a pass
 * @param requestsPerSecond in the middle of the day
 * @param fate how its SLO fares
 */
record Shop(
    String service,
    String rotation,
    Optional<String> dataset,
    Duration lastRestore,
    Set<String> never,
    Map<String, Broken> broken,
    boolean byHand,
    double requestsPerSecond,
    Fate fate) {

  /**
   * How a check went bad at the end.
   *
   * @param since how long ago it last passed
   * @param outcome of every run after that
   * @param values those that differ
   */
  record Broken(Duration since, String outcome, Map<String, Double> values) {}

  /** All that are connected; {@code reports} is not. */
  static final List<Shop> SERVICES =
      List.of(
          good("orders", "checkout", 400, Fate.WELL).keeping("orders-db", 12),
          good("payments", "checkout", 60, Fate.BURNT).keeping("payments-db", 58),
          good("catalog", "discovery", 250, Fate.WELL).keeping("catalog-db", 67),
          good("search", "discovery", 180, Fate.SPENT)
              .breaking(
                  "dependency-scan",
                  new Broken(
                      Duration.ofDays(3),
                      "FAILED",
                      Map.of("criticalFixable", 2.0, "critical", 2.0))),
          new Shop(
              "web-frontend",
              "discovery",
              Optional.empty(),
              Duration.ZERO,
              Set.of(),
              Map.of(),
              true,
              300,
              Fate.AT_RISK),
          new Shop(
              "notifications",
              "platform",
              Optional.of("outbox"),
              Duration.ofDays(20),
              Set.of("fault-injection", "tracing", "rollback-drill", "runbook-inventory"),
              Map.of("restore", new Broken(Duration.ofDays(91), "INCONCLUSIVE", Map.of())),
              false,
              6,
              Fate.IDLE),
          good("identity", "platform", 90, Fate.LOST)
              .keeping("accounts-db", 20)
              .breaking(
                  "secret-scan", new Broken(Duration.ofHours(8 * 24 + 6), "ERROR", Map.of())));

  private static Shop good(String service, String rotation, double requestsPerSecond, Fate fate) {
    return new Shop(
        service,
        rotation,
        Optional.empty(),
        Duration.ZERO,
        Set.of(),
        Map.of(),
        false,
        requestsPerSecond,
        fate);
  }

  private Shop keeping(String data, int daysSinceRestore) {
    return new Shop(
        service,
        rotation,
        Optional.of(data),
        Duration.ofDays(daysSinceRestore),
        never,
        broken,
        byHand,
        requestsPerSecond,
        fate);
  }

  private Shop breaking(String check, Broken how) {
    return new Shop(
        service,
        rotation,
        dataset,
        lastRestore,
        never,
        Map.of(check, how),
        byHand,
        requestsPerSecond,
        fate);
  }
}
