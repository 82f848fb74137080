package dev.muster.sink;

import static dev.muster.sink.Samples.NOW;

import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Slo;
import dev.muster.schemas.judgement.BurnTier;
import dev.muster.schemas.judgement.NoiseScore;
import dev.muster.schemas.judgement.SloHealth;
import dev.muster.schemas.judgement.SloScore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SLOs to test with; every health is in it, and every way an alert can stand. */
public final class SampleSlos {
  private static final Map<String, Double> CALM =
      Map.of("5m", 0.2, "30m", 0.25, "1h", 0.31, "2h", 0.3, "6h", 0.3, "24h", 0.28, "72h", 0.3);
  private static final Map<String, Double> HOT =
      Map.of("5m", 36.0, "30m", 30.0, "1h", 20.1, "2h", 10.2, "6h", 3.4, "24h", 0.9, "72h", 0.5);

  private SampleSlos() {}

  /** As the catalogue has them; {@code refunds} is not judged yet. */
  public static List<Slo> promised() {
    return Stream.of("checkout", "exports", "history", "imports", "ledger", "refunds", "returns")
        .map(SampleSlos::promised)
        .toList();
  }

  private static Slo promised(String name) {
    return new Slo(
        name,
        "Customers can use " + name,
        "availability",
        new BigDecimal("0.999"),
        Duration.ofDays(30),
        new Budgeting.Occurrences(),
        BurnRule.BUILT_IN,
        Slo.DEFAULT_MIN_FAILURES,
        Slo.DEFAULT_SAMPLE_INTERVAL,
        null);
  }

  /** As a scorecard has them. */
  public static List<SloScore> scores() {
    return List.of(burning(), spent(), met("history"), idle(), frozen(), never("returns"));
  }

  /** A page is open. */
  public static SloScore burning() {
    return score("checkout", SloHealth.AT_RISK, "BURNING", 0.42)
        .setBurns(HOT)
        .setAlert(BurnTier.PAGE)
        .setAlertSince(NOW.minus(Duration.ofHours(4)))
        .setReasonValues(
            values(
                "budgetLeft",
                "0.42",
                "exhaustion",
                "PT15H7M",
                "longBurn",
                "20.1",
                "shortBurn",
                "36",
                "tier",
                "PAGE",
                "share",
                "0.02",
                "long",
                "PT1H",
                "short",
                "PT5M",
                "factor",
                "14.4"))
        .build();
  }

  /** Nothing is left, and nobody is called. */
  public static SloScore spent() {
    return score("exports", SloHealth.SPENT, "SPENT", -0.124)
        .setReasonValues(values("budgetLeft", "-0.124", "pace", "0.31"))
        .build();
  }

  /** As it should be. */
  public static SloScore met(String name) {
    return score(name, SloHealth.MEETING, "MEETING", 0.873)
        .setReasonValues(values("budgetLeft", "0.873", "pace", "0.31"))
        .build();
  }

  /** Sampled, without events. */
  public static SloScore idle() {
    return score("imports", SloHealth.NO_TRAFFIC, "NO_TRAFFIC", null).setBurns(Map.of()).build();
  }

  /** A ticket was open when samples ended. */
  public static SloScore frozen() {
    Instant last = NOW.minus(Duration.ofMinutes(90));
    return score("ledger", SloHealth.NO_DATA, "FROZEN", 0.61)
        .setAlert(BurnTier.TICKET)
        .setAlertSince(NOW.minus(Duration.ofHours(5)))
        .setMeasuredTo(last)
        .setReasonValues(values("budgetLeft", "0.61", "measuredTo", last.toString()))
        .build();
  }

  /** Nothing was ever heard of it. */
  public static SloScore never(String name) {
    return score(name, SloHealth.NO_DATA, "NEVER_SAMPLED", null)
        .setBurns(Map.of())
        .setMeasuredTo(null)
        .build();
  }

  private static SloScore.Builder score(
      String name, SloHealth health, String reason, @Nullable Double left) {
    return SloScore.newBuilder()
        .setSlo(name)
        .setHealth(health)
        .setSince(NOW.minus(Duration.ofHours(3)))
        .setTarget(0.999)
        .setBudgetLeft(left)
        .setBurns(CALM)
        .setMeasuredTo(NOW.minusSeconds(70))
        .setReason(reason)
        .setReasonValues(values());
  }

  private static Map<String, String> values(String... more) {
    Map<String, String> values = new HashMap<>(Map.of("target", "0.999", "period", "PT720H"));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return values;
  }

  /** Twelve fired, and of three nobody knows. */
  public static NoiseScore week() {
    return NoiseScore.newBuilder()
        .setWeek("2026-W46")
        .setFired(12)
        .setPages(5)
        .setActedOn(4)
        .setKnownInaction(5)
        .setUnknownAction(3)
        .setProposalsOpen(2)
        .build();
  }
}
