package dev.muster.sink.past;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.fact.WaiverState;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.record.CatalogKind;
import dev.muster.sink.FakeLog;
import dev.muster.sink.Samples;
import dev.muster.sink.TestSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An autumn of one service: nothing is proven, then a scan passes and runs out, then it turns out
 * that it had failed before; somebody answers for that, and at last the standard is dropped.
 */
final class Autumn {
  static final Instant APPLIED = Instant.parse("2026-09-01T08:00:00Z");
  static final Instant PROVEN = Instant.parse("2026-09-05T10:00:00Z");
  static final Instant RAN_OUT = Instant.parse("2026-09-14T10:00:00Z");
  static final Instant FAILED = Instant.parse("2026-09-12T09:00:00Z");
  static final Instant TOLD = Instant.parse("2026-09-20T07:00:00Z");
  static final Instant WAIVED = Instant.parse("2026-09-25T12:00:00Z");
  static final Instant DROPPED = Instant.parse("2026-10-01T08:00:00Z");

  private static final Requirement SCANNED =
      new Requirement.Entry(
          Requirement.EvidenceType.SCAN,
          Map.of(Requirement.MatchField.CHECK, Set.of("secret-scan")),
          null,
          new Requirement.Freshness.Newest(Duration.ofDays(9)),
          Requirement.Scope.SERVICE,
          false,
          Requirement.Each.TARGET,
          null,
          Set.of());
  private static final Standard BAR =
      new Standard(
          "bar", "The bar", List.of("all"), false, List.of(gate("scanned"), gate("reviewed")));
  private static final String TEXT = CatalogueCodec.write(BAR);

  private final TestSink sink;

  private Autumn(TestSink sink) {
    this.sink = sink;
  }

  /** Writes it into the logs of a sink that has not begun yet. */
  static void in(TestSink sink) {
    Instant now = sink.clock.instant();
    new Autumn(sink).write();
    sink.clock.advance(Duration.between(sink.clock.instant(), now));
  }

  private void write() {
    at(APPLIED);
    sink.apply(Samples.entry(CatalogKind.STANDARD, "bar", TEXT));
    define("orders", List.of(new StandardUse("bar", CatalogueCodec.hash(TEXT), null, null)));
    define("mailer", List.of());
    say("scanned", 0, GateStatus.MISSING, APPLIED, null);
    say("reviewed", 0, GateStatus.MISSING, APPLIED, null);
    at(PROVEN.plusSeconds(1));
    Evidence passed = scan("scan-1", PROVEN, Proof.MACHINE, null, null);
    say("scanned", 1, GateStatus.PASS, PROVEN, passed);
    Evidence word = scan("=1+2", PROVEN, Proof.PERSON, "+ann@shop.example", "https://wiki/a,\"b\"");
    say("reviewed", 1, GateStatus.PASS, PROVEN, word);
    at(RAN_OUT);
    say("scanned", 2, GateStatus.STALE, RAN_OUT, passed);
    at(TOLD);
    Evidence failed = scan("scan-2", FAILED, Proof.MACHINE, null, null);
    say("scanned", 3, GateStatus.FAIL, FAILED, failed);
    at(WAIVED);
    sink.waivers.append("orders", waiver());
    sink.gates.append(
        "orders",
        GateJudgement.newBuilder(judgement("scanned", 4, GateStatus.FAIL, WAIVED, failed))
            .setEffective(GateStatus.WAIVED)
            .setWaiverId("W-1")
            .build());
    at(DROPPED);
    define("orders", List.of());
  }

  private void at(Instant instant) {
    sink.clock.advance(Duration.between(sink.clock.instant(), instant));
  }

  private void define(String name, List<StandardUse> uses) {
    Service service =
        new Service(
            name,
            null,
            "team-checkout",
            "shop",
            1,
            Set.of(),
            Lifecycle.PRODUCTION,
            null,
            Set.of(),
            null,
            uses,
            Map.of(),
            List.of(),
            null,
            null,
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    sink.apply(Samples.entry(CatalogKind.SERVICE, name, CatalogueCodec.write(service)));
  }

  private void say(
      String gate, int revision, GateStatus status, Instant since, @Nullable Evidence evidence) {
    sink.gates.append("orders", judgement(gate, revision, status, since, evidence));
  }

  private GateJudgement judgement(
      String gate, int revision, GateStatus status, Instant since, @Nullable Evidence evidence) {
    boolean person = gate.equals("reviewed") && status == GateStatus.PASS;
    return GateJudgement.newBuilder()
        .setService("orders")
        .setStandard("bar")
        .setGate(gate)
        .setLevel("all")
        .setSince(since)
        .setRevision(revision)
        .setRaw(status)
        .setEffective(status)
        .setReason(reason(status))
        .setReasonValues(values(gate, evidence))
        .setExpires(status == GateStatus.PASS && !person ? RAN_OUT : null)
        .setEvidence(evidence)
        .setProof(status == GateStatus.PASS ? person ? Proof.PERSON : Proof.MACHINE : Proof.UNKNOWN)
        .setConnected(evidence != null)
        .setDefinition("d1")
        .setSpoken(sink.clock.instant())
        .build();
  }

  private static String reason(GateStatus status) {
    return switch (status) {
      case PASS -> "PROVEN";
      case STALE -> "TOO_OLD";
      case FAIL -> "DID_NOT_SUCCEED";
      default -> "NEVER_SEEN";
    };
  }

  private static Map<String, String> values(String gate, @Nullable Evidence evidence) {
    return evidence == null
        ? Map.of("what", gate)
        : Map.of(
            "what",
            gate,
            "time",
            evidence.getTime().toString(),
            "outcome",
            "FAILED",
            "limit",
            "PT216H",
            "expires",
            RAN_OUT.toString());
  }

  private Evidence scan(
      String id, Instant time, Proof proof, @Nullable String who, @Nullable String report) {
    Evidence evidence =
        Evidence.newBuilder()
            .setTopic(Topics.SCAN.name())
            .setPartition(FakeLog.partition("orders"))
            .setOffset(sink.scans.nextOffset("orders"))
            .setSource("ci")
            .setId(id)
            .setTime(time)
            .build();
    sink.scans.append(
        "orders",
        Scan.newBuilder()
            .setId(id)
            .setSource("ci")
            .setService("orders")
            .setTime(time)
            .setCheck("secret-scan")
            .setOutcome(ScanOutcome.PASSED)
            .setProof(proof)
            .setAttestedBy(who)
            .setReportUrl(report)
            .setReportSha256(report == null ? null : "ab12")
            .build());
    return evidence;
  }

  private static Waiver waiver() {
    return Waiver.newBuilder()
        .setId("W-1/approved")
        .setSource("muster/sink")
        .setService("orders")
        .setTime(WAIVED)
        .setWaiverId("W-1")
        .setStandard("bar")
        .setGate("scanned")
        .setState(WaiverState.APPROVED)
        .setReason("the scanner is being replaced")
        .setRisk("a secret lies open")
        .setCompensatingAction("reviews by two")
        .setRequestedBy("ann@shop.example")
        .setApprovedBy("bob@shop.example")
        .setApprovedByRole("approver")
        .setBy("bob@shop.example")
        .setStarts(WAIVED)
        .setExpires(Instant.parse("2026-12-01T00:00:00Z"))
        .build();
  }

  private static Gate gate(String id) {
    return new Gate(id, null, null, Set.of(), true, "risk", "remedy", "a day", List.of(SCANNED));
  }
}
