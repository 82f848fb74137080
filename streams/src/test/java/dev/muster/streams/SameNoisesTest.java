package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Service;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.Classification;
import dev.muster.schemas.fact.NoiseVerdict;
import dev.muster.schemas.fact.Severity;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.schemas.judgement.RotationJudgement;
import dev.muster.streams.drive.Alerts;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws over seeded histories of alerts: how they were read leaves no trace in closed weeks. */
class SameNoisesTest {
  private static final Instant START = Instant.parse("2026-10-05T08:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(40);
  private static final Instant END = START.plus(LENGTH).plus(Duration.ofDays(26));
  private static final Map<Integer, Said> LIVE = new HashMap<>();
  private static final Instant SAMPLED_TO = START.plus(LENGTH).plus(Duration.ofDays(9));
  private static final List<String> SERVICES = List.of("orders", "billing", "search");

  static Stream<Integer> seeds() {
    return IntStream.range(0, 2).boxed();
  }

  private record Told(TopicSpec<?> topic, String key, SpecificRecord fact, Instant received) {}

  /** All that was said. */
  private record Said(
      List<NoiseJudgement> weeks, List<RotationJudgement> rotations, List<GateJudgement> gates) {
    static Said of(Drive drive) {
      return new Said(drive.noises(), drive.rotations(), drive.gates());
    }

    void add(Said more) {
      weeks.addAll(more.weeks);
      rotations.addAll(more.rotations);
      gates.addAll(more.gates);
    }

    /** Each word on a week, by what a re-run reproduces. */
    TreeSet<String> words() {
      TreeSet<String> words = new TreeSet<>();
      weeks.forEach(each -> words.add(identity(each) + content(each)));
      return words;
    }

    /** What stands at the end, without what tells of the way it was reached. */
    Map<String, String> inForce() {
      Map<String, String> last = new TreeMap<>();
      weeks.forEach(
          each -> last.put(each.getService() + each.getRule() + each.getWeek(), content(each)));
      rotations.forEach(
          each ->
              last.put(
                  each.getService() + each.getRotation() + each.getWeek(),
                  each.getRevision()
                      + " pages "
                      + each.getPages()
                      + each.getPagesByHour()
                      + each.getUnjoined()
                      + each.getProposalsOpen()
                      + each.getReviewedAt()));
      gates.forEach(
          each ->
              last.put(
                  each.getService() + each.getGate(),
                  each.getEffective() + " since " + each.getSince() + each.getExpires()));
      return last;
    }

    private static String identity(NoiseJudgement each) {
      return each.getService() + each.getRule() + each.getWeek() + '#' + each.getRevision() + ' ';
    }

    private static String content(NoiseJudgement each) {
      return each.getSince()
          + " fired "
          + each.getFired()
          + " pages "
          + each.getPages()
          + each.getPagesByHour()
          + " acted "
          + each.getActedOn()
          + " not "
          + each.getKnownInaction()
          + " confirmed "
          + each.getConfirmed()
          + ' '
          + each.getFlags()
          + each.getVerdict()
          + each.getReason()
          + each.getReasonValues();
    }
  }

  private static List<Told> history(int seed) {
    Random random = new Random(seed);
    List<Told> told = new ArrayList<>();
    for (Instant at = START; at.isBefore(START.plus(LENGTH)); at = at.plus(Duration.ofHours(11))) {
      told.add(new Told(Topics.ALERT, "org", Alerts.heartbeat(at), at));
    }
    for (int i = 0; i < 50; i++) {
      Instant start = START.plusSeconds(random.nextLong(LENGTH.toSeconds()));
      alert(told, SERVICES.get(random.nextInt(SERVICES.size())), start, random);
    }
    for (int i = 0; i < 12; i++) {
      Instant at = START.plusSeconds(random.nextLong(LENGTH.toSeconds()));
      String service = SERVICES.get(random.nextInt(SERVICES.size()));
      Instant received = late(at, random);
      told.add(new Told(Topics.DEPLOY, service, Facts.deploy("d" + i, service, at), received));
      told.add(
          new Told(
              Topics.REVIEW,
              service,
              Alerts.declined(service, NoiseVerdict.DOWNGRADE, at.plusSeconds(i)),
              received.plusSeconds(1)));
    }
    for (int week = 41; week < 46; week++) {
      Instant at = START.plus(Duration.ofDays(7L * (week - 40))).plusSeconds(week);
      told.add(
          new Told(
              Topics.REVIEW,
              "rotation/checkout",
              Alerts.closed("checkout", "2026-W" + week, at),
              at));
    }
    hours(told, new Random(~seed));
    told.sort(Comparator.comparing(Told::received));
    return told;
  }

  /** Of billing, whose budget confirms alerts of orders too; now and then one fails. */
  private static void hours(List<Told> told, Random random) {
    Duration hour = Duration.ofHours(1);
    for (Instant to = START.plus(hour); to.isBefore(SAMPLED_TO); to = to.plus(hour)) {
      long good = random.nextInt(20) == 0 ? 1_000 - random.nextInt(30) : 1_000;
      Instant received = random.nextInt(40) == 0 ? late(to, random) : to.plusMillis(400);
      told.add(new Told(Topics.SLI, "billing", Facts.hour("billing", to, good), received));
    }
  }

  private static void alert(List<Told> told, String service, Instant start, Random random) {
    Alert firing =
        Alerts.firing(service, random.nextInt(3) == 0 ? Severity.TICKET : Severity.PAGE, start);
    Alert incident = Alerts.incident(service, start.plusSeconds(30));
    Instant end = start.plusSeconds(60 + random.nextInt(20_000));
    add(told, service, firing, late(start, random));
    add(told, service, incident, late(start.plusSeconds(30), random));
    add(told, service, Alerts.resolved(firing, end), late(end, random));
    add(told, service, Alerts.resolved(incident, end), late(end, random));
    if (random.nextInt(3) == 0) {
      Instant at = start.plusSeconds(200);
      add(told, service, Alerts.acknowledged(incident, at), late(at, random));
    }
    if (random.nextInt(3) == 0) {
      Instant at = end.plusSeconds(random.nextInt(20 * 86_400));
      Classification word =
          random.nextBoolean() ? Classification.ACTION_TAKEN : Classification.THRESHOLD_WRONG;
      add(told, service, Alerts.classified(firing, word, at), at.plusMillis(300));
    }
  }

  private static void add(List<Told> told, String service, Alert alert, Instant received) {
    told.add(new Told(Topics.ALERT, service, alert, received));
  }

  private static Instant late(Instant time, Random random) {
    int most = random.nextInt(8) == 0 ? 200_000_000 : 30_000;
    return time.plusMillis(1 + random.nextInt(most));
  }

  private static Drive begun() {
    Drive drive = new Drive(START);
    drive.apply(Town.QUIET, START);
    SERVICES.forEach(service -> drive.apply(entry(service), START));
    return drive;
  }

  private static Service entry(String name) {
    Service service = Town.paged(name, "checkout");
    return switch (name) {
      case "orders" -> Town.confirmedBy(service, "billing");
      case "billing" ->
          service.promising(List.of(Town.hourly("0.999"))).confirming(List.of("orders"));
      default -> service;
    };
  }

  @SuppressWarnings("unchecked")
  private static void tell(Drive drive, Told told) {
    drive.send((TopicSpec<SpecificRecord>) told.topic(), told.key(), told.fact(), told.received());
  }

  private static Said uninterrupted(int seed) {
    return LIVE.computeIfAbsent(seed, any -> uninterrupted(history(seed)));
  }

  private static Said uninterrupted(List<Told> history) {
    try (Drive drive = begun()) {
      for (Told told : history) {
        drive.clock(told.received());
        tell(drive, told);
      }
      return ended(drive);
    }
  }

  private static Said ended(Drive drive) {
    drive.clock(END);
    drive.clock(END.plusSeconds(10));
    drive.clock(END.plusSeconds(20));
    return Said.of(drive);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRebuildSaysOfEachWeekWhatTheUninterruptedRunDid(int seed) {
    List<Told> history = history(seed);
    Said live = uninterrupted(seed);

    // when
    Said rebuilt;
    try (Drive drive = begun().notLive()) {
      drive.clock(END.minusSeconds(5));
      history.forEach(told -> tell(drive, told));
      drive.becomesLive();
      rebuilt = ended(drive);
    }

    // then
    assertThat(live.weeks()).hasSizeGreaterThan(30);
    assertThat(rebuilt.words()).isEqualTo(live.words());
    assertThat(differences(rebuilt.inForce(), live.inForce())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void restartsWithABacklogLeaveTheSameWeeks(int seed) {
    List<Told> history = history(seed);
    Random random = new Random(~seed);
    Said live = uninterrupted(seed);

    // when
    Said interrupted = new Said(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Drive drive = begun();
    int next = 0;
    while (next < history.size()) {
      int backlog = Math.min(history.size(), next + 1 + random.nextInt(90));
      Instant back = history.get(backlog - 1).received();
      interrupted.add(Said.of(drive));
      Drive restarted = new Drive(back).notLive().restored(drive.state());
      drive.close();
      drive = restarted;
      for (; next < backlog; next++) {
        tell(drive, history.get(next));
      }
      drive.becomesLive();
      drive.clock(back.plusSeconds(2));
    }
    interrupted.add(ended(drive));
    drive.close();

    // then
    assertThat(interrupted.words()).isEqualTo(live.words());
    assertThat(differences(interrupted.inForce(), live.inForce())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderInWhichTopicsAreReadLeavesNoTraceInWhatIsInForce(int seed) {
    List<Told> history = history(seed);
    Said live = uninterrupted(seed);

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
    Said mixed;
    try (Drive drive = begun().notLive()) {
      drive.clock(END.minusSeconds(5));
      while (!topics.isEmpty()) {
        List<Told> topic = topics.get(random.nextInt(topics.size()));
        tell(drive, topic.remove(0));
        topics.removeIf(List::isEmpty);
      }
      drive.becomesLive();
      mixed = ended(drive);
    }

    // then
    assertThat(differences(withoutRevisions(mixed), withoutRevisions(live))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void howFarPartitionsAreReadLeavesNoTraceInWhatIsInForce(int seed) {
    List<Told> history = history(seed);
    Said live = uninterrupted(seed);

    // when: one partition is read to its end before another is begun
    Said apart = new Said(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<TestRecord<byte[], byte[]>> words;
    try (Drive drive = begun().notLive()) {
      history.stream().filter(told -> !told.key().equals("orders")).forEach(t -> tell(drive, t));
      words = drive.words();
      drive.becomesLive();
      drive.clock(END);
      apart.add(ended(drive));
    }
    apart.weeks().removeIf(week -> week.getService().equals("orders"));
    try (Drive drive = begun()) {
      history.stream()
          .filter(told -> told.key().equals("orders") || told.key().equals("org"))
          .forEach(told -> tell(drive, told));
      drive.clock(END);
      words.forEach(drive::hear);
      apart.add(ended(drive));
    }

    // then
    assertThat(words).hasSizeGreaterThan(900);
    assertThat(differences(weeks(apart), weeks(live))).isEmpty();
  }

  private static Map<String, String> weeks(Said said) {
    Said weeks = new Said(said.weeks(), List.of(), List.of());
    return withoutRevisions(weeks);
  }

  private static List<String> differences(Map<String, String> one, Map<String, String> other) {
    TreeSet<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(one.get(key), other.get(key)))
        .map(key -> key + ": " + one.get(key) + " and " + other.get(key))
        .toList();
  }

  /**
   * How often a rotation's week was said depends on what was known when; and so does whether a rule
   * was spoken of that turned out never to have fired.
   */
  private static Map<String, String> withoutRevisions(Said said) {
    Map<String, String> inForce = said.inForce();
    inForce.replaceAll((key, value) -> value.replaceFirst("^\\d+ pages", "pages"));
    inForce.values().removeIf(value -> value.contains("[]INSUFFICIENT_DATADID_NOT_FIRE"));
    return inForce;
  }
}
