package dev.muster.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.judgement.DeployScore;
import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.EvidenceType;
import dev.muster.schemas.judgement.Fraction;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.Lifecycle;
import dev.muster.schemas.judgement.NoiseScore;
import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloHealth;
import dev.muster.schemas.judgement.SloScore;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.schemas.judgement.Verdict;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScorecardSizeTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final String HASH = "0123456789abcdef".repeat(4);

  /** Gates of the five built-in standards, in their order. */
  private static final int[] GATES = {7, 6, 8, 25, 6};

  /** Gates have ids of built-in ones, which are not spelt. */
  private static final List<String> BUILT_IN =
      List.of(
          "slos-published",
          "autoscaling",
          "health-checks",
          "idempotent-retries",
          "restore-drill",
          "structured-logs",
          "metrics",
          "traces",
          "burn-rate-alerting",
          "on-call-rota",
          "auth-rbac",
          "secrets",
          "encryption",
          "penetration-test",
          "audit-logs",
          "latency-budget",
          "cdn",
          "caching",
          "indexes",
          "bundle-budget",
          "ci-cd",
          "infrastructure-as-code",
          "feature-flags",
          "runbooks",
          "status-page");

  @Test
  void aServiceHeldToAllFiveStandardsFitsInFourKilobytes() {
    int size = bytes(scorecard(5));

    System.out.println("scorecard of 52 gates: " + size + " bytes");
    assertThat(size).isLessThan(4096);
  }

  private static int bytes(Scorecard scorecard) {
    return new RecordSerde<>(Topics.SCORECARD, new MockSchemaRegistryClient(), true)
        .serializer()
        .serialize(Topics.SCORECARD.name(), scorecard)
        .length;
  }

  private static Scorecard scorecard(int standards) {
    return Scorecard.newBuilder()
        .setService("checkout-orders")
        .setOwner("team-checkout")
        .setSystem("shop")
        .setTier(1)
        .setLifecycle(Lifecycle.PRODUCTION)
        .setTraits(List.of("public", "data", "calls-out"))
        .setRotation("checkout")
        .setClock(NOON)
        .setSpoken(NOON)
        .setDefinition(HASH)
        .setStandards(
            IntStream.range(0, standards)
                .mapToObj(i -> standard("standard-" + i, GATES[i]))
                .toList())
        .setSlos(List.of(slo("checkout-availability"), slo("checkout-latency")))
        .setNoise(new NoiseScore("2026-W46", 40L, 4L, 20L, 10L, 10L, 2L))
        .setChanges(
            IntStream.range(0, 20)
                .mapToObj(
                    i -> new ScoreChange("gate/six-pillars/reliability", "PASS", "FAIL", NOON))
                .toList())
        .setLastDeploys(
            IntStream.range(0, 5)
                .mapToObj(
                    i ->
                        new DeployScore(
                            "prod-eu",
                            "2026.11.20-" + i,
                            DeployOutcome.SUCCEEDED,
                            DeployTrigger.PIPELINE,
                            NOON))
                .toList())
        .setChangeFailureRate(new Fraction(2L, 40L))
        .setRecoveryTimeMillis(new Fraction(7_200_000L, 2L))
        .build();
  }

  /** Two thirds of the gates pass; the others have two entries that do not. */
  private static StandardScore standard(String name, int gates) {
    return StandardScore.newBuilder()
        .setStandard(name)
        .setLevel("full")
        .setDefinition(HASH)
        .setVerdict(Verdict.NOT_READY)
        .setApply(gates)
        .setPassed(gates * 2 / 3)
        .setWaived(0)
        .setOnPersonsWord(1)
        .setGates(IntStream.range(0, gates).mapToObj(i -> gate(i, i % 3 != 0)).toList())
        .build();
  }

  /** Those of one number stand on the same event in each standard. */
  private static GateScore gate(int number, boolean passes) {
    GateScore.Builder gate =
        GateScore.newBuilder()
            .setGate(BUILT_IN.get(number))
            .setRaw(passes ? GateStatus.PASS : GateStatus.STALE)
            .setEffective(passes ? GateStatus.PASS : GateStatus.STALE)
            .setReason(passes ? "PROVEN" : "TOO_OLD")
            .setReasonValues(Map.of("what", "dependency-scan", "part", "acme/orders"))
            .setSince(NOON)
            .setExpires(NOON.plusSeconds(number))
            .setEvidenceId(new UUID(number, number).toString())
            .setProof(Proof.MACHINE);
    return passes ? gate.build() : gate.setEntries(List.of(entry(number), entry(-number))).build();
  }

  private static EntryScore entry(int number) {
    return EntryScore.newBuilder()
        .setType(EvidenceType.BACKUP)
        .setName("RESTORE")
        .setTarget("orders-db")
        .setStatus(GateStatus.STALE)
        .setReason("TOO_OLD")
        .setReasonValues(Map.of("what", "restore", "part", "orders-db", "limit", "P60D"))
        .setExpires(NOON.plusSeconds(number))
        .build();
  }

  private static SloScore slo(String name) {
    return SloScore.newBuilder()
        .setSlo(name)
        .setHealth(SloHealth.MEETING)
        .setSince(NOON)
        .setTarget(0.999)
        .setBudgetLeft(0.5)
        .setBurns(Map.of("5m", 0.5, "1h", 0.5, "6h", 0.4, "72h", 0.3))
        .setMeasuredTo(NOON)
        .build();
  }
}
