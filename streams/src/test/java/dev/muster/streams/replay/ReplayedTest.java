package dev.muster.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.Trial;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.slo.Slo;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.Severity;
import dev.muster.schemas.fact.WaiverState;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.streams.admit.PatientDeserializer;
import dev.muster.streams.drive.Alerts;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws over seeded histories: what is replayed is what was spoken. */
class ReplayedTest {
  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
  private static final Instant END = START.plus(Duration.ofHours(3));
  private static final History.Span ALL = new History.Span(START, END);
  private static final History.Span HOUR =
      new History.Span(START.plusSeconds(3_600), START.plusSeconds(7_200));
  private static final Trial NOTHING = new Trial(new TreeMap<>(), new TreeMap<>(), Map.of());

  static IntStream seeds() {
    return IntStream.range(0, 3);
  }

  /** A record of the history. */
  private record Told(TopicSpec<?> topic, String key, SpecificRecord fact, Instant received) {}

  private static List<Told> history(int seed) {
    Random random = new Random(seed);
    List<Told> told = new ArrayList<>();
    long good = 1_000;
    for (Instant at = START.plusSeconds(60); at.isBefore(END); at = at.plusSeconds(60)) {
      for (String service : List.of("orders", "billing")) {
        if (random.nextInt(25) == 0) {
          good = List.of(1_000L, 1_000L, 995L, 900L, 0L).get(random.nextInt(5));
        }
        long late = random.nextInt(20) == 0 ? random.nextInt(400) : random.nextInt(8);
        if (random.nextInt(30) > 0) {
          told.add(
              new Told(
                  Topics.SLI,
                  service,
                  Facts.sample(service + at, service, at, good, 1_000),
                  at.plusSeconds(late).plusMillis(random.nextInt(999))));
        }
      }
      if (random.nextInt(15) == 0) {
        told.add(other(random, at.plusMillis(random.nextInt(999))));
      }
      if (random.nextInt(200) == 0) {
        at = at.plusSeconds(60L * random.nextInt(60));
      }
    }
    told.removeIf(each -> !each.received().isBefore(END));
    told.sort(Comparator.comparing(Told::received));
    return told;
  }

  private static Told other(Random random, Instant received) {
    Instant time = received.minusSeconds(random.nextInt(90_000));
    String id = "f" + random.nextInt(40);
    return switch (random.nextInt(5)) {
      case 0 -> new Told(Topics.BACKUP, "search", Facts.restore(id, "search", time), received);
      case 1 ->
          new Told(Topics.SCAN, "rotation/checkout", Facts.drill(id, "checkout", time), received);
      case 2 -> new Told(Topics.DEPLOY, "search", Facts.deploy(id, "search", time), received);
      case 3 ->
          new Told(
              Topics.WAIVER,
              "search",
              Facts.waiver(
                  "search",
                  random.nextBoolean() ? WaiverState.PROPOSED : WaiverState.APPROVED,
                  random.nextBoolean() ? "ann@example.org" : Town.APPROVER,
                  START,
                  received),
              received);
      default ->
          new Told(
              Topics.SCAN,
              "search",
              Facts.scan(
                  "s" + id,
                  "search",
                  random.nextBoolean() ? ScanOutcome.PASSED : ScanOutcome.FAILED,
                  time),
              received);
    };
  }

  @SuppressWarnings("unchecked")
  private static void tell(Drive drive, Told told) {
    drive.send((TopicSpec<SpecificRecord>) told.topic(), told.key(), told.fact(), told.received());
  }

  /** As it goes in life: the wall clock is never behind. */
  private static Drive lived(int seed, Standard bar, Slo orders) {
    Drive drive = new Drive(START);
    drive.apply(Town.MEASURED, START);
    drive.apply(bar, START);
    drive.apply(Town.promising("orders", orders), START);
    drive.apply(Town.promising("billing", Town.availability("0.99")), START);
    drive.apply(Town.service("search", "team-checkout", "checkout", bar), START);
    for (Told told : history(seed)) {
      drive.clock(told.received());
      tell(drive, told);
    }
    drive.clock(END.plusSeconds(10));
    return drive;
  }

  private static final Slo STRICT = Town.availability("0.999");

  /** Who said what, in order, by subject. */
  private static SortedMap<String, List<String>> words(Stream<? extends SpecificRecord> said) {
    SortedMap<String, List<String>> words = new TreeMap<>();
    said.forEach(
        each -> {
          Optional<Judgement> judgement = Judgement.of(each);
          String[] identity = judgement.orElseThrow().identity().split("\\|", -1);
          words
              .computeIfAbsent(identity[0] + ' ' + identity[1], any -> new ArrayList<>())
              .add(identity[2] + " #" + identity[3] + ' ' + reason(each));
        });
    return words;
  }

  private static String reason(SpecificRecord said) {
    return said instanceof GateJudgement gate
        ? gate.getEffective() + " " + gate.getReason()
        : ((BurnJudgement) said).getState() + " " + ((BurnJudgement) said).getReason();
  }

  private static Stream<SpecificRecord> spoken(Drive drive) {
    return Stream.concat(drive.gates().stream(), drive.burns().stream());
  }

  /** The log of a drive, read by a replay. */
  private static void replay(Drive drive, WhatIf whatIf, History into) {
    HeapTask task = new HeapTask(0, 100, into);
    Map<String, Long> offsets = new HashMap<>();
    for (Drive.Sent sent : drive.sent()) {
      String topic = sent.topic().name();
      task.read(
          whatIf.of(
              new LogRecord(
                  topic,
                  0,
                  offsets.merge(topic, 1L, Long::sum) - 1,
                  sent.received(),
                  sent.key(),
                  deserializer(sent.topic(), drive).deserialize(topic, sent.value()))));
    }
    task.end(into.asked().to());
  }

  @SuppressWarnings("unchecked")
  private static PatientDeserializer deserializer(TopicSpec<?> topic, Drive drive) {
    return new PatientDeserializer(
        new RecordSerde<>((TopicSpec<SpecificRecord>) topic, drive.registry, false).deserializer(),
        any -> {});
  }

  private static History replayed(Drive drive, Trial trial) {
    History history = new History(ALL, Set.of());
    replay(drive, new WhatIf(trial), history);
    return history;
  }

  private static Stream<SpecificRecord> spoken(History history) {
    return history.spoken().stream().map(Judgement::record);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsReplayedIsWhatWasSpoken(int seed) {
    try (Drive drive = lived(seed, Town.BAR, STRICT)) {
      // when
      History history = replayed(drive, NOTHING);
      History hour = new History(HOUR, Set.of("billing"));
      replay(drive, new WhatIf(NOTHING), hour);

      // then
      SortedMap<String, List<String>> live = words(spoken(drive));
      assertThat(live.keySet()).contains("orders availability", "search bar/restored");
      assertThat(words(spoken(history))).isEqualTo(live);
      assertThat(hour.spoken())
          .containsExactlyElementsOf(
              history.spoken().stream()
                  .filter(each -> each.service().equals("billing") && HOUR.holds(each.spoken()))
                  .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatATargetWouldHaveChangedIsTheDifferenceOfTwoLives(int seed) {
    Slo lax = Town.availability("0.99");
    Trial trial =
        new Trial(new TreeMap<>(Map.of("orders", List.of(lax))), new TreeMap<>(), Map.of());
    try (Drive strict = lived(seed, Town.BAR, STRICT);
        Drive other = lived(seed, Town.BAR, lax)) {
      // when
      History tried = replayed(strict, trial);

      // then
      assertThat(words(spoken(tried))).isEqualTo(words(spoken(other)));
      History plain = replayed(strict, NOTHING);
      Difference difference = Difference.of(plain, tried);
      assertThat(difference).isEqualTo(Difference.of(plain, replayed(other, NOTHING)));
      assertThat(difference.slos())
          .anyMatch(slo -> !slo.pages().without().equals(slo.pages().with()));
    }
  }

  @Test
  void aStandardThatIsTriedIsJudgedFromTheBeginning() {
    Standard figure = Town.bar("values.found == 0");
    Trial trial =
        new Trial(
            new TreeMap<>(),
            new TreeMap<>(Map.of("bar", figure)),
            Map.of("bar", CatalogueCodec.hash(CatalogueCodec.write(figure))));
    try (Drive plain = lived(1, Town.BAR, STRICT);
        Drive other = lived(1, figure, STRICT)) {
      // when
      History tried = replayed(plain, trial);

      // then
      SortedMap<String, List<String>> live = words(spoken(other));
      assertThat(gates(words(spoken(tried)))).isEqualTo(gates(live));
      assertThat(Difference.of(replayed(plain, NOTHING), tried).gates()).isNotEmpty();
    }
  }

  /** All of this town are held to a bar of one id; those of others would be judged by it too. */
  private static Map<String, List<String>> gates(SortedMap<String, List<String>> words) {
    return words.subMap("search", "search~");
  }

  @Test
  void weeksOfAlertsAreReplayedToo() {
    // given: one alert of a week, and a page about it
    Instant start = Instant.parse("2026-10-06T08:00:00Z");
    Instant end = start.plus(Duration.ofDays(8));
    Alert firing = Alerts.firing("orders", Severity.PAGE, start);
    Alert incident = Alerts.incident("orders", start.plusSeconds(20));
    try (Drive drive = new Drive(start.minusSeconds(60))) {
      drive.apply(Town.QUIET, start.minusSeconds(60));
      drive.apply(Town.paged("orders", "checkout"), start.minusSeconds(59));
      for (Alert each : List.of(firing, incident, Alerts.resolved(firing, start.plusSeconds(90)))) {
        drive.send(Topics.ALERT, "orders", each, each.getTime().plusSeconds(1));
      }
      drive.clock(end.plusSeconds(10));

      // when
      History history = new History(new History.Span(start, end), Set.of());
      replay(drive, new WhatIf(NOTHING), history);

      // then
      List<NoiseJudgement> live = drive.noises();
      assertThat(live).extracting(NoiseJudgement::getPages).containsExactly(1L);
      assertThat(spoken(history).filter(NoiseJudgement.class::isInstance))
          .containsExactlyElementsOf(live);
    }
  }
}
