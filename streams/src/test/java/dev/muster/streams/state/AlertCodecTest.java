package dev.muster.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.core.alert.AlertEvent.Asks;
import dev.muster.core.alert.AlertEvent.Ties;
import dev.muster.core.alert.Classification;
import dev.muster.core.alert.Episode;
import dev.muster.core.alert.ProtectedClass;
import dev.muster.core.alert.Reaction;
import dev.muster.core.alert.Severity;
import dev.muster.core.alert.SignsOfLife;
import dev.muster.core.alert.Tenure;
import dev.muster.core.alert.Terms;
import dev.muster.core.alert.Urgency;
import dev.muster.core.alert.book.Lasting;
import dev.muster.core.alert.book.Ledger;
import dev.muster.core.alert.noise.Answer;
import dev.muster.core.alert.noise.Answers;
import dev.muster.core.alert.noise.HourClass;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.Late;
import dev.muster.core.alert.noise.NoiseFigures;
import dev.muster.core.alert.noise.NoiseFlag;
import dev.muster.core.alert.noise.NoiseReason;
import dev.muster.core.alert.noise.NoiseVerdict;
import dev.muster.core.alert.noise.RotationShare;
import dev.muster.core.alert.noise.RuleWeek;
import dev.muster.core.alert.noise.ServiceWeek;
import dev.muster.core.alert.noise.ServiceWeek.Said;
import dev.muster.core.alert.noise.Tally;
import dev.muster.core.alert.noise.Verdict;
import dev.muster.core.alert.noise.Witnesses;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was written by an earlier version is read by this one. */
class AlertCodecTest {
  private static final Instant NOON = Instant.parse("2026-11-16T12:00:00.123Z");
  private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
  private static final Origin NEWEST =
      new Origin(
          "e9", "pagerduty/acme", "orders", NOON, NOON.plusMillis(7), new Position("alerts", 3, 9));

  private static final Episode EPISODE =
      new Episode(
          new Episode.Id("pagerduty/acme", "P1", NOON.minusSeconds(60)),
          "Disk",
          "prod",
          new Asks(Severity.PAGE, Urgency.HIGH, ProtectedClass.BACKUP),
          new Ties("{}:{}", "P1", null, "deploy-7", "https://runbooks.example/disk"),
          new Episode.Times(
              NOON.minusSeconds(59),
              NOON,
              NOON.plusMillis(7),
              NOON.minusSeconds(60),
              NOON,
              null,
              NOON.minusSeconds(1)),
          new Reaction(
              NOON.minusSeconds(30),
              true,
              null,
              true,
              NOON,
              new Reaction.Said(NOON, NOON, "c1", "ann@acme.example", Classification.DUPLICATE)),
          NEWEST);

  private static final RotationShare SHARE =
      new RotationShare(
          "checkout",
          3,
          List.of(new RotationShare.Paged("P1", NOON, HourClass.BUSINESS)),
          List.of(NOON.minusSeconds(5)),
          1);

  private static final ServiceWeek CLOSED = closed(Set.of(Witnesses.OWN, "payments"));

  private static ServiceWeek closed(Set<String> by) {
    return new ServiceWeek(
        WEEK,
        new TreeMap<>(
            Map.of(
                "Disk",
                new Said<>(
                    new RuleWeek(
                        "Disk",
                        "checkout",
                        Severity.PAGE,
                        new NoiseFigures(
                            3,
                            20,
                            Map.of(HourClass.SLEEP, 2L, HourClass.BUSINESS, 1L),
                            1,
                            1,
                            1,
                            1,
                            2L,
                            1,
                            1,
                            0,
                            0,
                            Duration.ofMillis(90_001),
                            Duration.ofHours(9),
                            Duration.ofSeconds(30),
                            Duration.ofHours(10),
                            3),
                        Set.of(NoiseFlag.STUCK, NoiseFlag.NO_RUNBOOK),
                        new Verdict(
                            NoiseVerdict.KEEP,
                            new NoiseReason(
                                NoiseReason.Code.CONFIRMED_PAGE,
                                Map.of("confirmed", "2", "fired", "3"))),
                        true,
                        new Tally(
                            new Tally.Span(3, 1, 1, 0, 2, 1, 2),
                            new Tally.Span(4, 1, 2, 0, 2, 1, 3)),
                        List.of(new RuleWeek.Known(NOON, by, false, true)),
                        NEWEST),
                    2))),
        new TreeMap<>(Map.of("checkout", new Said<>(SHARE, 1))),
        by,
        17L);
  }

  private static final Ledger LEDGER =
      new Ledger(
          Tenure.NONE
              .with(NOON.minusSeconds(9), new Terms(null, List.of("prod-*")))
              .with(
                  NOON,
                  new Terms(
                      new Rotation(
                          "checkout",
                          "team-checkout",
                          ZoneId.of("Europe/Berlin"),
                          "pagerduty",
                          new Rotation.Hours(
                              new Rotation.Span(LocalTime.of(23, 0), LocalTime.of(7, 30)),
                              new Rotation.Span(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                          List.of(new Rotation.Layer("amer", ZoneId.of("America/Toronto")))),
                      List.of("live"))),
          new Answers(
              List.of(
                  new Answer(
                      "muster/sink", "a1", NOON, NOON, "Disk", NoiseVerdict.DOWNGRADE, false))),
          WEEK,
          NOON.plusSeconds(99),
          new Ledger.Pending(NOON, NOON.plusSeconds(60), Set.of(Late.CLASSIFIED, Late.DEPLOYED)),
          Map.of(
              "Disk",
              new Lasting(NOON, Instant.MAX),
              "Cpu",
              new Lasting(NOON, NOON.plusSeconds(60))));

  private static final SignsOfLife SIGNS =
      new SignsOfLife(
          NOON.minusSeconds(500_000),
          List.of(new SignsOfLife.Span(NOON.minusSeconds(300_000), NOON)));

  private static final RotationWord.Share WORD =
      new RotationWord.Share("orders", WEEK, NOON, "ab".repeat(32), SHARE, 2, NOON.plusSeconds(1));

  @Test
  void anEpisodeOfFormat1IsRead() throws IOException {
    assertThat(EpisodeCodec.read(committed("episode-1.hex"))).isEqualTo(EPISODE);
    assertThat(hex(EpisodeCodec.write(EPISODE))).isEqualTo(hex(committed("episode-1.hex")));
  }

  @Test
  void aClosedWeekFromBeforeServicesConfirmedEachOtherIsRead() throws IOException {
    assertThat(WeekCodec.read(committed("alert-week-1.hex")))
        .isEqualTo(closed(Set.of(Witnesses.OWN)));
  }

  @Test
  void aClosedWeekOfFormat2IsRead() throws IOException {
    assertThat(hex(WeekCodec.write(CLOSED))).isEqualTo(hex(committed("alert-week-2.hex")));
    assertThat(WeekCodec.read(committed("alert-week-2.hex"))).isEqualTo(CLOSED);
  }

  @Test
  void aLedgerOfFormat1IsRead() throws IOException {
    assertThat(LedgerCodec.read(committed("alert-ledger-1.hex"))).isEqualTo(LEDGER);
    assertThat(hex(LedgerCodec.write(LEDGER))).isEqualTo(hex(committed("alert-ledger-1.hex")));
  }

  @Test
  void signsOfLifeOfFormat1AreRead() throws IOException {
    assertThat(SignRows.read(committed("signs-1.hex"))).isEqualTo(SIGNS);
    assertThat(hex(SignRows.write(SIGNS))).isEqualTo(hex(committed("signs-1.hex")));
  }

  @Test
  void aRotationsWeekOfFormat1IsRead() throws IOException {
    RotationRows.Told told = new RotationRows.Told(WEEK, 7, 1);

    assertThat(RotationRows.read("2026-W47", committed("rotation-week-1.hex"))).isEqualTo(told);
    assertThat(hex(RotationRows.write(told))).isEqualTo(hex(committed("rotation-week-1.hex")));
  }

  @Test
  void aShareOfFormat1IsRead() throws IOException {
    ShareRows.Row row = new ShareRows.Row(WORD, 3, true);

    assertThat(ShareRows.read(committed("share-1.hex"))).isEqualTo(row);
    assertThat(hex(ShareRows.write(row))).isEqualTo(hex(committed("share-1.hex")));
  }

  @Test
  void aWordOnAReviewIsReadAsItWasWritten() {
    RotationWord.Closed closed =
        new RotationWord.Closed(WEEK, "muster/sink", "r1", NOON, NOON.plusSeconds(1));

    assertThat(RotationCodec.read(RotationCodec.write(closed))).isEqualTo(closed);
  }

  @Test
  void aPulseFromBeforeAlertsWereJudgedIsRead() {
    byte[] older =
        new ByteSink()
            .number(2)
            .instant(NOON)
            .flag(false)
            .flag(false)
            .optional(NOON.plusSeconds(4), ByteSink::instant)
            .bytes();

    Pulse pulse = Pulse.read(older);

    assertThat(pulse.burn()).contains(NOON.plusSeconds(4));
    assertThat(pulse.noise()).isEmpty();
    assertThat(Pulse.read(pulse.write())).isEqualTo(pulse);
  }

  @Test
  void aNewerFormatAsksForARebuild() {
    byte[] newer = new ByteSink().number(2).bytes();

    assertThatThrownBy(() -> EpisodeCodec.read(newer)).hasMessageContaining("--rebuild");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] committed(String name) throws IOException {
    try (InputStream in = AlertCodecTest.class.getResourceAsStream("/state/" + name)) {
      assertThat(in).as(name).isNotNull();
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.strip());
    }
  }
}
