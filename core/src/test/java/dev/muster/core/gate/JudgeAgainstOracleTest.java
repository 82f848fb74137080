package dev.muster.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.gate.Histories.Definition;
import dev.muster.core.gate.Histories.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgeAgainstOracleTest {
  private static final int HOURS = 400;

  @Test
  void asItHappensEveryGateStandsAsTheWholeHistorySaysAtAnyHour() {
    IntStream.range(0, 1_600).parallel().forEach(JudgeAgainstOracleTest::asItHappens);
  }

  private static void asItHappens(int seed) {
    // given: a history with late events, repeats, equal times and changed definitions
    Random random = new Random(seed);
    History history = new Histories(seed).history(18, HOURS, 60);
    Reader reader = new Reader();
    List<Object> records = inOrder(history);

    // when: read in the order received, restarted now and then, asked at random hours
    for (int i = 0; i < records.size(); i++) {
      read(reader, records.get(i));
      repeat(reader, records.get(random.nextInt(i + 1)), random);
      if (random.nextInt(10) == 0) {
        reader.restart();
      }
      boolean last = i == records.size() - 1;
      long next = last ? (long) HOURS + random.nextInt(200) : hour(records.get(i + 1));
      if (last || random.nextInt(24) == 0) {
        long now = last ? next : Math.max(hour(records.get(i)), next - 1);
        if (now < next || last) {
          reader.advance(Histories.hour(now));
          // then
          compare(reader, new Oracle(history, now), "seed " + seed + " at hour " + now);
        }
      }
    }
  }

  /** The same event once more: the second one changes nothing. */
  private static void repeat(Reader reader, Object record, Random random) {
    if (record instanceof Evidence event && random.nextInt(4) == 0) {
      reader.read(event);
    }
  }

  @Test
  void theOrderInWhichTopicsAreReadChangesNothing() {
    IntStream.range(0, 1_600).parallel().forEach(JudgeAgainstOracleTest::inAnyOrder);
  }

  private static void inAnyOrder(int seed) {
    // given
    Random random = new Random(seed);
    History history = new Histories(10_000 + seed).history(18, HOURS, 60);
    Reader reader = new Reader();

    // when: each topic in its order, the topics in any
    for (Object record : anyOrder(history, random)) {
      read(reader, record);
      repeat(reader, record, random);
    }
    int now = HOURS + random.nextInt(100);
    reader.advance(Histories.hour(now));

    // then
    compare(reader, new Oracle(history, now), "seed " + seed + " at hour " + now);
  }

  @Test
  void whatTheShelfDropsIsNotMissed() {
    IntStream.range(0, 10).parallel().forEach(JudgeAgainstOracleTest::manyEvents);
  }

  private static void manyEvents(int seed) {
    // given: many more events than are kept, none of them late
    History history = new Histories(20_000 + seed).history(300, HOURS, 0);
    Reader reader = new Reader();

    // when
    inOrder(history).forEach(record -> read(reader, record));
    reader.advance(Histories.hour(HOURS + 5));

    // then
    compare(reader, new Oracle(history, HOURS + 5), "seed " + seed);
  }

  private static void compare(Reader reader, Oracle oracle, String where) {
    Map<GateId, GateStanding> standings = reader.standings();
    for (GateId id : standings.keySet()) {
      GateStanding standing = standings.get(id);
      Oracle.Answer expected = oracle.gate(id.gate());
      Instant expires = standing.raw().holds() ? standing.finding().expires() : null;
      assertThat(new Oracle.Answer(standing.raw(), standing.since(), expires))
          .as("%s: %s %s", where, id, standing.finding().reason())
          .isEqualTo(expected);
    }
    assertThat(reader.recalled()).as(where).isEqualTo(reader.judgedAgain());
  }

  private static void read(Reader reader, Object record) {
    if (record instanceof Definition definition) {
      reader.read(definition);
    } else {
      reader.read((Evidence) record);
    }
  }

  private static long hour(Object record) {
    return record instanceof Definition definition
        ? definition.hour()
        : Duration.between(Histories.START, ((Evidence) record).received()).toHours();
  }

  private static List<Object> inOrder(History history) {
    return Stream.concat(history.definitions().stream(), history.all().stream())
        .map(Object.class::cast)
        .sorted(Comparator.comparing(JudgeAgainstOracleTest::hour))
        .toList();
  }

  private static List<Object> anyOrder(History history, Random random) {
    List<Deque<Object>> topics =
        new ArrayList<>(
            List.of(
                new ArrayDeque<Object>(history.definitions()),
                new ArrayDeque<Object>(history.scans()),
                new ArrayDeque<Object>(history.backups()),
                new ArrayDeque<Object>(history.deploys())));
    List<Object> records = new ArrayList<>();
    topics.removeIf(Deque::isEmpty);
    while (!topics.isEmpty()) {
      Deque<Object> topic = topics.get(random.nextInt(topics.size()));
      records.add(topic.remove());
      topics.removeIf(Deque::isEmpty);
    }
    return records;
  }
}
