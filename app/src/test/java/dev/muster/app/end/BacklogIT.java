package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.GateJudgement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What streams says of a past that it reads late, against what it said while it happened. The
 * uninterrupted run gets each fact when the clock stands at its received time; clocks are moved.
 */
class BacklogIT {
  private final Instant began =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(91));
  private static final List<String> SERVICES =
      IntStream.range(0, 5).mapToObj(i -> "service-" + i).toList();
  private static final Duration TO_AGREE = Duration.ofMinutes(1);

  @Test
  void aRebuildOverNinetyDaysSaysNothingThatTheUninterruptedRunDidNot(@TempDir Path folder) {
    try (MovedStreams streams = new MovedStreams(folder.resolve("data"), began)) {
      // given
      int steps = 180;
      streams.apply(Catalogues.write(folder, SERVICES, "orders-db"));
      streams.begin(false);
      History history = new History(SERVICES, 90);
      for (int step = 1; step <= steps; step++) {
        Instant at = began.plus(Duration.ofHours(12L * step));
        happens(streams, history.next(at, Duration.ofDays(1)));
      }
      Instant end = began.plus(Duration.ofDays(91));
      streams.moveTo(end);
      List<Said> before = settled(streams);
      Map<String, String> inForce = inForce(streams.log());
      streams.end();

      // when
      streams.begin(true);

      // then
      Until.seen("the same in force", TO_AGREE, () -> inForce(streams.log()), inForce::equals);
      List<Said> again = new ArrayList<>(settled(streams));
      again.removeAll(before);
      System.out.printf(
          "ninety days: %d judgements spoken, %d by the rebuild%n", before.size(), again.size());
      assertThat(identities(again)).isNotEmpty().doesNotHaveDuplicates();
      assertThat(identities(before)).doesNotHaveDuplicates();
      assertThat(identities(again)).isSubsetOf(identities(before));
    }
  }

  @Test
  void aRestartAfterTenMinutesSaysNothingThatTheUninterruptedRunDidNot(@TempDir Path folder) {
    Path catalogue = Catalogues.write(folder, SERVICES, "orders-db");
    Duration day = Duration.ofHours(25);
    Duration tenMinutes = Duration.ofMinutes(10);
    try (MovedStreams running = new MovedStreams(folder.resolve("running"), began);
        MovedStreams restarted = new MovedStreams(folder.resolve("restarted"), began)) {
      // given
      for (MovedStreams each : List.of(running, restarted)) {
        each.apply(catalogue);
        each.begin(false);
      }
      History history = new History(SERVICES, 10);
      List<History.Fact<?>> first = facts(history, began.plus(day), tenMinutes, 40, day);
      List<History.Fact<?>> backlog =
          facts(history, began.plus(day).plus(tenMinutes), tenMinutes, 40, day);
      first.forEach(fact -> happens(running, fact));
      first.forEach(fact -> happens(restarted, fact));
      List<Said> before = settled(restarted);
      backlog.forEach(fact -> happens(running, fact));
      Instant end = began.plus(day).plus(tenMinutes.multipliedBy(2)).plusSeconds(30);
      running.moveTo(end);
      List<Said> uninterrupted = settled(running);
      Map<String, String> inForce = inForce(running.log());

      // when
      restarted.end();
      backlog.forEach(fact -> fact.appendTo(restarted));
      restarted.moveTo(end);
      restarted.begin(false);

      // then
      Until.seen("the same in force", TO_AGREE, () -> inForce(restarted.log()), inForce::equals);
      List<Said> all = settled(restarted);
      System.out.printf(
          "ten minutes: %d judgements spoken, %d of them after the restart; uninterrupted %d%n",
          all.size(), all.size() - before.size(), uninterrupted.size());
      assertThat(identities(all)).doesNotHaveDuplicates();
      assertThat(identities(all)).isSubsetOf(identities(uninterrupted));
      assertThat(all.size()).isGreaterThan(before.size());
    }
  }

  private static List<History.Fact<?>> facts(
      History history, Instant from, Duration span, int count, Duration oldest) {
    List<History.Fact<?>> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      facts.add(history.next(from.plus(span.multipliedBy(i).dividedBy(count)), oldest));
    }
    return facts;
  }

  /** The clock comes to the instant, the fact is received, and streams has judged it. */
  private static void happens(MovedStreams streams, History.Fact<?> fact) {
    streams.moveTo(fact.given().received());
    fact.appendTo(streams);
    streams.untilRead();
  }

  /** A judgement and where it stands. */
  private record Said(String identity, int partition, long offset) {
    static Said of(ConsumerRecord<String, byte[]> record) {
      return new Said(LogCopy.identity(record), record.partition(), record.offset());
    }
  }

  private static List<String> identities(List<Said> said) {
    return said.stream().map(Said::identity).toList();
  }

  /** All judgements, once nothing more is said: deadlines are looked at each second. */
  private static List<Said> settled(MovedStreams streams) {
    streams.untilRead();
    long[] quiet = {System.nanoTime(), -1};
    return Until.seen(
        "nothing more is said",
        TO_AGREE,
        () -> streams.log().bytes(Topics.GATE).stream().map(Said::of).toList(),
        said -> {
          if (said.size() != quiet[1]) {
            quiet[0] = System.nanoTime();
            quiet[1] = said.size();
          }
          return System.nanoTime() - quiet[0] > Duration.ofSeconds(4).toNanos();
        });
  }

  /** The last judgement of each gate. */
  private static Map<String, String> inForce(TopicLog log) {
    Map<String, String> last = new TreeMap<>();
    for (ConsumerRecord<String, GateJudgement> record : log.read(Topics.GATE)) {
      GateJudgement says = record.value();
      last.put(
          says.getService() + '/' + says.getGate(),
          says.getEffective()
              + " since "
              + says.getSince()
              + " expires "
              + says.getExpires()
              + " by "
              + (says.getEvidence() == null ? "none" : says.getEvidence().getId()));
    }
    return last;
  }
}
