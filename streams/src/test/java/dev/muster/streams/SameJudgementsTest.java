package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws over seeded histories of ninety days: how they were read leaves no trace. */
class SameJudgementsTest {
  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(90));
  private static final List<ScanOutcome> OUTCOMES =
      List.of(
          ScanOutcome.PASSED,
          ScanOutcome.FAILED,
          ScanOutcome.PARTIAL,
          ScanOutcome.INCONCLUSIVE,
          ScanOutcome.ERROR);
  private static final List<String> SERVICES = List.of("orders", "billing", "search");

  static Stream<Integer> seeds() {
    return IntStream.range(0, 3).boxed();
  }

  /** One record of the history; {@code fact} absent for an entry of the catalogue. */
  private record Told(TopicSpec<?> topic, String key, SpecificRecord fact, Instant received) {}

  private static List<Told> history(int seed) {
    Random random = new Random(seed);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      Instant received = START.plusMillis(1 + random.nextLong(Duration.ofDays(90).toMillis()));
      Instant time = received.minusMillis(random.nextLong(Duration.ofHours(30).toMillis()));
      String service = SERVICES.get(random.nextInt(SERVICES.size()));
      String id = "f" + random.nextInt(75);
      switch (random.nextInt(4)) {
        case 0 ->
            told.add(new Told(Topics.BACKUP, service, Facts.restore(id, service, time), received));
        case 1 ->
            told.add(
                new Told(
                    Topics.SCAN,
                    "rotation/checkout",
                    Facts.drill("d" + id, "checkout", time),
                    received));
        case 2 ->
            told.add(new Told(Topics.SLI, service, Facts.sample(id, service, received), received));
        default -> {
          ScanOutcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
          told.add(
              new Told(
                  Topics.SCAN, service, Facts.scan("s" + id, service, outcome, time), received));
        }
      }
    }
    told.sort(Comparator.comparing(Told::received));
    return told;
  }

  private static Drive begun() {
    Drive drive = new Drive(START);
    drive.apply(Town.BAR, START);
    SERVICES.forEach(service -> drive.apply(Town.service(service), START));
    return drive;
  }

  @SuppressWarnings("unchecked")
  private static void tell(Drive drive, Told told) {
    drive.send((TopicSpec<SpecificRecord>) told.topic(), told.key(), told.fact(), told.received());
  }

  /** The judgement in force of each gate, without what tells of the way it was reached. */
  private static Map<String, String> inForce(List<GateJudgement> said) {
    Map<String, String> last = new TreeMap<>();
    said.forEach(
        each ->
            last.put(
                each.getService() + '/' + each.getGate(),
                each.getEffective()
                    + " since "
                    + each.getSince()
                    + " until "
                    + each.getExpires()
                    + " by "
                    + (each.getEvidence() == null ? "nothing" : each.getEvidence().getId())));
    return last;
  }

  private static Set<String> identities(List<GateJudgement> said) {
    Set<String> all = new LinkedHashSet<>();
    said.forEach(
        each ->
            all.add(
                String.join(
                    "|",
                    each.getService(),
                    each.getGate(),
                    each.getSince().toString(),
                    Integer.toString(each.getRevision()),
                    each.getEffective().toString())));
    return all;
  }

  /** With the wall clock always at the record: nothing is ever behind. */
  private static List<GateJudgement> uninterrupted(List<Told> history) {
    try (Drive drive = begun()) {
      for (Told told : history) {
        drive.clock(told.received());
        tell(drive, told);
      }
      drive.clock(END.plusSeconds(10));
      return drive.gates();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRebuildOverNinetyDaysSaysNoJudgementThatTheUninterruptedRunDidNot(int seed) {
    List<Told> history = history(seed);
    List<GateJudgement> live = uninterrupted(history);

    // when: the whole log is read at once, long after
    List<GateJudgement> rebuilt;
    try (Drive drive = begun().notLive()) {
      drive.clock(END.plusSeconds(5));
      history.forEach(told -> tell(drive, told));
      drive.becomesLive();
      drive.clock(END.plusSeconds(10));
      rebuilt = drive.gates();
    }

    // then
    assertThat(identities(rebuilt)).isEqualTo(identities(live));
    assertThat(inForce(rebuilt)).isEqualTo(inForce(live));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void restartsWithABacklogLeaveTheSameJudgements(int seed) {
    List<Told> history = history(seed);
    Random random = new Random(~seed);
    List<GateJudgement> live = uninterrupted(history);
    List<GateJudgement> interrupted = new ArrayList<>();

    // when: it dies now and then, and finds a backlog of up to twenty records
    Drive drive = begun();
    int next = 0;
    while (next < history.size()) {
      int backlog = Math.min(history.size(), next + 1 + random.nextInt(20));
      Instant back = history.get(backlog - 1).received();
      interrupted.addAll(drive.gates());
      Drive restarted = new Drive(back).notLive().restored(drive.state());
      drive.close();
      drive = restarted;
      for (; next < backlog; next++) {
        tell(drive, history.get(next));
      }
      drive.becomesLive();
    }
    drive.clock(END.plusSeconds(10));
    interrupted.addAll(drive.gates());
    drive.close();

    // then
    assertThat(identities(interrupted)).isEqualTo(identities(live));
    assertThat(inForce(interrupted)).isEqualTo(inForce(live));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderInWhichTopicsAreReadLeavesNoTrace(int seed) {
    List<Told> history = history(seed);
    List<GateJudgement> live = uninterrupted(history);

    // when: each topic in its own order, but topics mixed as they come
    List<List<Told>> topics = new ArrayList<>();
    new HashSet<>(history.stream().map(Told::topic).toList())
        .forEach(
            topic ->
                topics.add(
                    new ArrayList<>(
                        history.stream().filter(told -> told.topic().equals(topic)).toList())));
    topics.sort(Comparator.comparing(list -> list.get(0).topic().name()));
    Random random = new Random(seed + 1_000L);
    List<GateJudgement> mixed;
    try (Drive drive = begun().notLive()) {
      drive.clock(END.plusSeconds(5));
      while (!topics.isEmpty()) {
        List<Told> topic = topics.get(random.nextInt(topics.size()));
        tell(drive, topic.remove(0));
        topics.removeIf(List::isEmpty);
      }
      drive.becomesLive();
      drive.clock(END.plusSeconds(10));
      mixed = drive.gates();
    }

    // then
    assertThat(inForce(mixed)).isEqualTo(inForce(live));
  }
}
