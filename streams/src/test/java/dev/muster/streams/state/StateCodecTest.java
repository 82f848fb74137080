package dev.muster.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Strategy;
import dev.muster.core.deploy.Deployment;
import dev.muster.core.gate.BackupEvidence;
import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.EvidenceStream;
import dev.muster.core.gate.GateId;
import dev.muster.core.gate.GateMark;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import dev.muster.core.gate.Proof;
import dev.muster.core.gate.ScanEvidence;
import dev.muster.core.gate.Status;
import dev.muster.core.gate.StreamKey;
import dev.muster.core.scorecard.Change;
import dev.muster.core.scorecard.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateCodecTest {
  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00.123Z");
  private static final GateId GATE = new GateId("bar", "restored");

  private static final ServiceState STATE =
      new ServiceState(
          NOON,
          Optional.of(new Definition("ab".repeat(32), "", NOON.minusSeconds(9))),
          Map.of(
              GATE,
              new GateMark(
                  GATE,
                  "cd".repeat(32),
                  NOON.minusSeconds(8),
                  new GateMark.Mark(Status.EXPIRING, NOON.minusSeconds(7)),
                  Status.WAIVED,
                  3,
                  Long.MIN_VALUE,
                  NOON.plusSeconds(6),
                  List.of(new GateMark.Mark(Status.PASS, NOON)))),
          Map.of("bar", Verdict.READY),
          Optional.of(NOON.plusSeconds(6)),
          new Emission(NOON, -42, Optional.of(NOON.plusMillis(877))),
          List.of(new Change("gate/bar/restored", null, "PASS", NOON)));

  private static final EvidenceStream STREAM =
      new EvidenceStream(
          new StreamKey(EvidenceType.SCAN, "load-test", "main"),
          List.of(
              new ScanEvidence(
                  origin(1),
                  "load-test",
                  null,
                  new ScanEvidence.Place("prod", "refs/heads/main", null, "sha256:1"),
                  ScanEvidence.Outcome.PASSED,
                  Proof.PERSON,
                  Map.of("peakRatio", 1.25, "p95Millis", 180.0),
                  new ScanEvidence.Report("k6 0.5", "https://ci/1", "ada@acme")),
              new BackupEvidence(
                  origin(2),
                  "orders-db",
                  "s3://copies",
                  BackupEvidence.Operation.RESTORE,
                  BackupEvidence.Outcome.PARTIAL,
                  BackupEvidence.Scope.FULL,
                  BackupEvidence.VerifiedBy.QUERY,
                  new BackupEvidence.Figures(
                      1L << 40, Duration.ofMillis(93_001), NOON, true, "eu-west-1", null)),
              new DeployEvidence(
                  origin(3),
                  "prod",
                  DeployEvidence.Outcome.ROLLED_BACK,
                  DeployEvidence.Trigger.PIPELINE,
                  Strategy.CANARY,
                  new DeployEvidence.Release("d1", "1.2", "c0ffee", null, "d0"),
                  null)),
          NOON.minusSeconds(1));

  private static final Deployment DEPLOYMENT =
      new Deployment(
          "ci/1",
          "prod",
          DeployEvidence.Outcome.ROLLED_BACK,
          DeployEvidence.Trigger.MANUAL,
          new DeployEvidence.Release("d1", "1.2", null, "sha256:1", "d0"),
          new Deployment.Times(
              NOON, null, NOON.plusSeconds(60), NOON.plusSeconds(60), NOON.plusSeconds(30)));

  private static Origin origin(long offset) {
    return new Origin("ä" + offset, "ci/1", "orders", NOON, NOON, new Position("scan", 3, offset));
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(StateCodec.readState(StateCodec.write(STATE))).isEqualTo(STATE);
    assertThat(StateCodec.readState(StateCodec.write(ServiceState.NEW)))
        .isEqualTo(ServiceState.NEW);
    assertThat(StateCodec.readStream(StateCodec.write(STREAM))).isEqualTo(STREAM);
    assertThat(DeployCodec.read(DeployCodec.write(DEPLOYMENT))).isEqualTo(DEPLOYMENT);
  }

  @Test
  void stateOfAnOlderReleaseIsRead() throws IOException {
    assertThat(StateCodec.readState(committed("/state/service-state-1.hex"))).isEqualTo(STATE);
    assertThat(StateCodec.readState(committed("/state/service-state-2.hex"))).isEqualTo(STATE);
    assertThat(StateCodec.readStream(committed("/state/evidence-1.hex"))).isEqualTo(STREAM);
    assertThat(DeployCodec.read(committed("/state/deployment-2.hex"))).isEqualTo(DEPLOYMENT);
    assertThat(DeployCodec.read(committed("/state/deployment-1.hex")).times())
        .as("does not tell when it failed")
        .isEqualTo(new Deployment.Times(NOON, null, NOON.plusSeconds(60), NOON.plusSeconds(60)));
  }

  @Test
  void anUnknownFormatSaysHowToGoOn() {
    byte[] other = new ByteSink().number(99).bytes();

    assertThatThrownBy(() -> StateCodec.readState(other))
        .hasMessageContaining("format 2, got 99")
        .hasMessageContaining("muster streams --rebuild");
  }

  private static byte[] committed(String name) throws IOException {
    try (InputStream file = StateCodecTest.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      String hex = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }

  /** Prints the files for a format that is new. */
  public static void main(String[] ignored) {
    System.out.println(HexFormat.of().formatHex(StateCodec.write(STATE)));
    System.out.println(HexFormat.of().formatHex(StateCodec.write(STREAM)));
    System.out.println(HexFormat.of().formatHex(DeployCodec.write(DEPLOYMENT)));
  }
}
