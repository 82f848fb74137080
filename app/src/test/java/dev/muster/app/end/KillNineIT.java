package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.GateJudgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of a whole Muster under load, twenty times.
 *
 * <p>What an uninterrupted run would have judged is found by one: a second Muster that never saw a
 * kill is given the first one's log, each fact once, with the times at which it was received.
 * (Facts posted to it by HTTP would be received at other times, and received times bound {@code
 * since}; a rebuild of the first would begin with its committed log and say nothing of the running
 * state.)
 */
class KillNineIT {
  private static final long SEED = 9;
  private static final int KILLS = 20;
  private static final int SENDERS = 3;
  private static final Duration TO_AGREE = Duration.ofMinutes(2);
  private static final List<String> SERVICES =
      IntStream.range(0, 12).mapToObj(i -> "service-" + i).toList();

  @Test
  void twentyKillsLoseNothingCountNothingTwiceAndChangeNoJudgement(@TempDir Path folder)
      throws Exception {
    try (RunningMuster muster = RunningMuster.up(folder.resolve("killed"))) {
      // given
      muster.apply(Catalogues.withSlos(Catalogues.write(folder, SERVICES, "orders-db"), SERVICES));
      untilKnown(muster);
      Instant now = Instant.now();
      Set<String> acknowledged;
      long again;

      // when
      try (Load load = new Load(muster, SERVICES, SENDERS, SEED, now)) {
        killAtRandom(muster, load);
        muster.addresses();
        int before = load.acknowledged().size();
        Until.so("load goes on", TO_AGREE, () -> load.acknowledged().size() > before + 50);
        acknowledged = load.acknowledged();
        again = load.postedAgain();
      }

      // then
      TopicLog log = TopicLog.of(muster.addresses());
      assertThat(written(log)).containsAll(acknowledged);
      try (RunningMuster other = sameSchemas(muster, folder.resolve("uninterrupted"))) {
        TopicLog there = TopicLog.of(other.addresses());
        LogCopy.catalogue(log, there);
        untilKnown(other);
        LogCopy.Copied copied = LogCopy.facts(log, there);
        for (String service : SERVICES) {
          Map<String, String> wanted = settled(other, service, muster);
          assertThat(inForce(muster, service)).isEqualTo(wanted);
        }
        Map<String, String> judgements = settled(there, log);
        assertThat(judgements(log)).isEqualTo(judgements);
        System.out.printf(
            "%d kills, %d facts acknowledged, %d posts repeated, %d of them written twice,"
                + " %d judgements of gates and SLOs compared%n",
            KILLS, acknowledged.size(), again, copied.repeats(), judgements.size());
      }
      assertThat(identities(log)).doesNotHaveDuplicates();
    }
  }

  /** Half of the kills fall into a start, the others into the first seconds after it is ready. */
  private static void killAtRandom(RunningMuster muster, Load load) {
    Random random = new Random(SEED);
    for (int kill = 1; kill <= KILLS; kill++) {
      if (kill % 2 == 0) {
        muster.addresses();
        int before = load.acknowledged().size();
        Until.so("load", TO_AGREE, () -> load.acknowledged().size() > before);
      }
      pause(random.nextInt(2500));
      muster.program().killNine();
      muster.begin();
    }
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void untilKnown(RunningMuster muster) {
    for (String service : SERVICES) {
      Until.so("judged", Until.SOON, () -> !inForce(muster, service).isEmpty());
    }
  }

  /** Ids of a schema are the registry's, so the other one begins with the same registry. */
  private static RunningMuster sameSchemas(RunningMuster muster, Path data) throws IOException {
    Path registry = muster.data().resolve("registry");
    try (Stream<Path> files = Files.walk(registry)) {
      for (Path file : files.toList()) {
        Path copy = data.resolve("registry").resolve(registry.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return RunningMuster.up(data);
  }

  /** What both agree on; else the other's, to be compared and shown. */
  private static Map<String, String> settled(
      RunningMuster other, String service, RunningMuster muster) throws Exception {
    try {
      return Until.seen(
          "agreement on " + service,
          TO_AGREE,
          () -> inForce(other, service),
          wanted -> wanted.equals(inForceNow(muster, service)));
    } catch (AssertionError never) {
      return inForce(other, service);
    }
  }

  /** The same of the log, where SLOs have their last word too. */
  private static Map<String, String> settled(TopicLog there, TopicLog log) {
    try {
      return Until.seen(
          "agreement", TO_AGREE, () -> judgements(there), wanted -> wanted.equals(judgements(log)));
    } catch (AssertionError never) {
      return judgements(there);
    }
  }

  private static Map<String, String> inForceNow(RunningMuster muster, String service) {
    try {
      return inForce(muster, service);
    } catch (Exception away) {
      return Map.of();
    }
  }

  private static Map<String, String> inForce(RunningMuster muster, String service)
      throws Exception {
    return new Scorecard(muster.scorecard(service)).inForce();
  }

  private static Set<String> written(TopicLog log) {
    Set<String> ids = new HashSet<>();
    for (TopicSpec<?> topic : LogCopy.FACTS) {
      log.bytes(topic).forEach(record -> ids.add(LogCopy.id(record)));
    }
    return ids;
  }

  private static List<String> identities(TopicLog log) {
    return Stream.of(Topics.GATE, Topics.BURN)
        .flatMap(topic -> log.bytes(topic).stream())
        .map(each -> each.topic() + ' ' + LogCopy.identity(each))
        .toList();
  }

  /**
   * The last judgement of each gate and SLO. Offsets differ, so evidence is by its id; how often
   * something was spoken of on the way may too, and which deadline or record it was that spoke.
   */
  private static Map<String, String> judgements(TopicLog log) {
    Map<String, String> last = new TreeMap<>();
    for (ConsumerRecord<String, GateJudgement> record : log.read(Topics.GATE)) {
      GateJudgement says = record.value();
      last.put(
          says.getService() + '/' + says.getGate(),
          words(
              says.getRaw(),
              says.getEffective(),
              says.getReason(),
              new TreeMap<>(says.getReasonValues()),
              says.getSince(),
              says.getExpires(),
              says.getProof(),
              says.getDefinition(),
              says.getEvidence() == null ? "none" : says.getEvidence().getId()));
    }
    for (ConsumerRecord<String, BurnJudgement> record : log.read(Topics.BURN)) {
      BurnJudgement says = record.value();
      last.put(
          "SLO " + says.getSlo(),
          words(
              says.getHealth(),
              says.getState(),
              says.getTier(),
              says.getAlertSince(),
              says.getSince(),
              says.getGood(),
              says.getTotal(),
              says.getReason(),
              new TreeMap<>(says.getReasonValues()),
              says.getDefinition(),
              says.getEvidence() == null ? "none" : says.getEvidence().getId()));
    }
    return last;
  }

  private static String words(@Nullable Object... says) {
    return Stream.of(says).map(String::valueOf).collect(Collectors.joining(" "));
  }
}
