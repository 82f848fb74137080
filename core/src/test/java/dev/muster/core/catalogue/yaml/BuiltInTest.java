package dev.muster.core.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.gate.cel.MustCompiler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInTest {
  private static final Catalogue CATALOGUE = builtIn();

  private static Catalogue builtIn() {
    CatalogueReader.Reading reading = CatalogueReader.read(new TreeMap<>());
    assertThat(reading).isInstanceOf(CatalogueReader.Reading.Valid.class);
    return ((CatalogueReader.Reading.Valid) reading).catalogue();
  }

  @Test
  void gatesAreThoseOfTheWrittenStandards() {
    Map<String, List<String>> gates =
        CATALOGUE.standards().stream()
            .collect(
                Collectors.toMap(Standard::id, one -> one.gates().stream().map(Gate::id).toList()));

    assertThat(gates)
        .containsOnlyKeys("seven-gates", "six-pillars", "milestones", "launch-25", "six-gates")
        .containsEntry(
            "seven-gates",
            List.of(
                "observability",
                "error-handling",
                "deploy-and-rollback",
                "security-baseline",
                "data-safety",
                "load",
                "on-call-and-runbooks"))
        .containsEntry(
            "six-pillars",
            List.of(
                "reliability",
                "security",
                "observability",
                "tests-and-pipeline",
                "performance-and-scale",
                "data-integrity"))
        .containsEntry(
            "milestones",
            List.of(
                "observability-first",
                "alert-discipline",
                "on-call",
                "runbooks",
                "capacity",
                "security-review",
                "restore-tested",
                "progressive-deploy"))
        .containsEntry(
            "six-gates",
            List.of(
                "authentication",
                "observability",
                "data-durability",
                "rate-limiting",
                "support-diagnostics",
                "graceful-degradation"));
    assertThat(gates.get("launch-25"))
        .containsExactly(
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
  }

  @Test
  void everyCheckIsAskedForByAGateAndTheOtherWayRound() {
    Set<String> asked =
        entries()
            .filter(entry -> entry.type() == EvidenceType.SCAN)
            .flatMap(entry -> entry.match().getOrDefault(MatchField.CHECK, Set.of()).stream())
            .collect(Collectors.toSet());

    assertThat(CATALOGUE.checks()).extracting(Check::id).containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void valuesAreNamedAsTheStandardsNameThem() {
    Set<String> names =
        Set.of(
            """
            minutesToAnswer minutesToAck minutesToScale minutes seconds secondsToKill commands \
            withoutTimeout withoutRetryPolicy withoutFailureBehaviour silentCatches \
            unhandledRejections requiredChecks criticalFixable critical high openHigh thirdParty \
            primary secondary engineers rotationDays failuresCovered incidentsCovered \
            runnerIsAuthor paging pagingWithoutRunbook pagingWithoutRotation pagingOnCauses \
            runbookLinksBroken tests failed peakRatio peakPerSecond30d headroomPercent horizontal \
            vertical layers p95Millis millis firstScriptBytes immutable retentionDays \
            endpointsWithoutLimit engineerNeeded dependenciesFailed unindexedOfTop5 \
            automaticRollback unhealthy neverFired90d daysToExpiry"""
                .split(" "));

    Set<String> used =
        CATALOGUE.checks().stream()
            .flatMap(check -> check.values().keySet().stream())
            .collect(Collectors.toSet());

    assertThat(used).isEqualTo(names);
  }

  @Test
  void whatOnlyAMachineAnswersIsNeverAskedOfAPerson() {
    Set<String> machineOnly =
        CATALOGUE.checks().stream()
            .filter(check -> check.proof() == Check.Proof.MACHINE)
            .map(Check::id)
            .collect(Collectors.toSet());

    Set<String> withoutMark =
        entries()
            .filter(entry -> entry.type() == EvidenceType.SCAN && !entry.machineOnly())
            .flatMap(entry -> entry.match().getOrDefault(MatchField.CHECK, Set.of()).stream())
            .collect(Collectors.toSet());

    assertThat(withoutMark).doesNotContainAnyElementsOf(machineOnly);
  }

  @Test
  void everyMustCompilesWithoutItsCheckAtHand() {
    List<String> musts =
        entries()
            .filter(entry -> entry.must() != null)
            .map(entry -> MustCompiler.compile(entry.must(), entry.type()).expression())
            .toList();

    assertThat(musts).hasSizeGreaterThan(40);
  }

  @Test
  void everyStandardReadsBackFromItsDocument() {
    for (Standard standard : CATALOGUE.standards()) {
      String document = CatalogueCodec.write(standard);

      assertThat(CatalogueCodec.readStandard(document)).isEqualTo(standard);
    }
    assertThat(CatalogueCodec.readChecks(CatalogueCodec.writeChecks(CATALOGUE.checks())))
        .isEqualTo(CATALOGUE.checks());
  }

  private static Stream<Entry> entries() {
    return CATALOGUE.standards().stream()
        .flatMap(standard -> standard.gates().stream())
        .flatMap(gate -> gate.requires().stream())
        .flatMap(BuiltInTest::entries);
  }

  private static Stream<Entry> entries(Requirement requirement) {
    return requirement instanceof AnyOf anyOf
        ? anyOf.alternatives().stream().flatMap(List::stream).flatMap(BuiltInTest::entries)
        : requirement instanceof Entry entry ? Stream.of(entry) : Stream.empty();
  }
}
