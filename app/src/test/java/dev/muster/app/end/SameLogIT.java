package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.registry.RegistryServer;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.TopicSpec;
import dev.muster.streams.drive.Chronicle;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Judged;
import dev.muster.streams.drive.Told;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * One log, read in three ways: by the topology alone from one partition, by the program from four,
 * and by the program from twelve in batches of any size, ended and killed again and again while it
 * reads.
 *
 * <p>The log is whole before anything reads it, and no two of its records were received at one
 * instant, so each judgement is promised to be the same to the letter: its {@code since}, revision,
 * figures, reason, definition, when it was spoken. Left out are the partition and the offset of the
 * evidence, which say where the log has it. Scorecards are not compared: they are emitted by the
 * wall clock, of what is compared here.
 */
class SameLogIT {
  private static final long SEED = 4;
  private static final int STOPS = 9;
  private static final Duration TO_READ = Duration.ofMinutes(3);

  /** So that the last sample's silence was over before anything read of it. */
  private static final Duration AGO = Duration.ofMinutes(20);

  @Test
  void partitionsBatchesRestartsAndKillsLeaveNoTraceInAnyJudgement(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    List<Told> log = Chronicle.of(SEED, Instant.now().minus(AGO));
    Random random = new Random(SEED);
    try (RegistryServer registry = registry(folder.resolve("registry"));
        WholeLog four = new WholeLog(folder.resolve("four"), registry.uri(), 4);
        WholeLog twelve = new WholeLog(folder.resolve("twelve"), registry.uri(), 12)) {
      // given
      CachedSchemaRegistryClient schemas =
          new CachedSchemaRegistryClient(registry.uri().toString(), 100);
      long inFour = four.write(log, schemas);
      long inTwelve = twelve.write(log, schemas);

      // when
      four.begin(Map.of());
      Until.so("four are read", TO_READ, () -> four.share() == 1);
      int kills = killedWhileReading(twelve, random);
      Until.so("twelve are read", TO_READ, () -> twelve.share() == 1);

      // then
      try (Drive one = new Drive(log.get(0).received(), schemas).notLive()) {
        log.forEach(one::tell);
        one.becomesLive();
        Map<String, List<String>> wanted = agreed(one, List.of(four, twelve));
        assertThat(Judged.differences(wanted, history(four.log()))).isEmpty();
        assertThat(Judged.differences(wanted, history(twelve.log()))).isEmpty();
        System.out.printf(
            "%d records, %d in four partitions, %d in twelve; %d kills and %d restarts while they"
                + " were read; %d judgements of %d gates and SLOs compared%n",
            log.size(),
            inFour,
            inTwelve,
            kills,
            STOPS - kills,
            wanted.values().stream().mapToInt(List::size).sum(),
            wanted.size());
      }
      assertThat(kills).isGreaterThanOrEqualTo(6);
      for (WholeLog each : List.of(four, twelve)) {
        assertThat(identities(each.log())).isNotEmpty().doesNotHaveDuplicates();
      }
    }
  }

  /** Mostly by {@code kill -9}; how often that fell into the reading. */
  private static int killedWhileReading(WholeLog log, Random random) throws Exception {
    int kills = 0;
    for (int stop = 1; stop <= STOPS; stop++) {
      log.begin(batches(random));
      double upTo = (stop - random.nextDouble()) / (STOPS + 2);
      Until.so("some of it is read", TO_READ, () -> log.share() >= upTo);
      boolean reading = log.share() < 1;
      if (stop % 4 == 0) {
        log.end();
      } else {
        log.killNine();
        kills += reading ? 1 : 0;
      }
    }
    log.begin(batches(random));
    return kills;
  }

  /** From one record at a time to many. */
  private static Map<String, String> batches(Random random) {
    Map<String, String> passed = new HashMap<>();
    passed.put("MUSTER_KAFKA_MAX_POLL_RECORDS", upTo(500, random));
    passed.put("MUSTER_KAFKA_MAX_PARTITION_FETCH_BYTES", upTo(60_000, random));
    passed.put("MUSTER_KAFKA_FETCH_MAX_BYTES", upTo(200_000, random));
    passed.put("MUSTER_KAFKA_BUFFERED_RECORDS_PER_PARTITION", upTo(1_000, random));
    return passed;
  }

  private static String upTo(int most, Random random) {
    return Integer.toString((int) Math.pow(most, 0.3 + 0.7 * random.nextDouble()));
  }

  /**
   * What the topology alone has said once the others have said it too, all clocks at one instant;
   * else what it says last, to be compared and shown.
   */
  private static Map<String, List<String>> agreed(Drive one, List<WholeLog> others) {
    List<SpecificRecord> said = new ArrayList<>();
    try {
      Until.so(
          "the same is said",
          Duration.ofMinutes(1),
          () -> {
            one.clock(Instant.now());
            said.addAll(one.judgements());
            Map<String, List<String>> wanted = Judged.history(said);
            for (WholeLog other : others) {
              if (!history(other.log()).equals(wanted)) {
                return false;
              }
            }
            return true;
          });
    } catch (AssertionError never) {
      // What differs says more than that it does.
    }
    return Judged.history(said);
  }

  private static Map<String, List<String>> history(TopicLog log) {
    List<SpecificRecord> said = new ArrayList<>();
    for (TopicSpec<? extends SpecificRecord> topic : Judged.TOPICS) {
      log.read(topic).stream().map(ConsumerRecord::value).forEach(said::add);
    }
    return Judged.history(said);
  }

  private static List<String> identities(TopicLog log) {
    List<String> identities = new ArrayList<>();
    for (TopicSpec<?> topic : Judged.TOPICS) {
      log.bytes(topic).forEach(each -> identities.add(topic.name() + LogCopy.identity(each)));
    }
    return identities;
  }

  private static RegistryServer registry(Path data) {
    RegistryServer registry =
        new RegistryServer(
            data, ListenSettings.of("REGISTRY", 0).read(new Settings(Map.of()), Ports.FIXED));
    registry.start();
    return registry;
  }
}
