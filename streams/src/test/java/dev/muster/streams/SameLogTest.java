package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.streams.drive.Chronicle;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Judged;
import dev.muster.streams.drive.Told;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** One log, read in other ways: what was said of each thing is the same, word for word. */
class SameLogTest {
  private static final Instant ENDS = Instant.parse("2026-06-03T10:00:00Z");
  private static final long SEED = 1;
  private static final int PARTITIONS = 4;
  private static final int RECORDS_BETWEEN_RESTARTS = 1_500;
  private static final Instant LATER = ENDS.plus(Duration.ofMinutes(30));

  private static final List<Told> LOG = Chronicle.of(SEED, ENDS);
  private static final Map<String, List<String>> AT_ONCE = readAtOnce();

  @Test
  void allKindsOfJudgementsAreCompared() {
    for (String kind :
        List.of(
            "gate orders bar/restored",
            "gate orders bar/answered",
            "burn orders",
            "noise orders")) {
      assertThat(AT_ONCE.keySet()).anySatisfy(of -> assertThat(of).startsWith(kind));
    }
  }

  @Test
  void aBacklogIsJudgedAsItWouldHaveBeenWhileItHappened() {
    // when: the wall clock stands at each record
    List<SpecificRecord> said = new ArrayList<>();
    try (Drive drive = new Drive(LOG.get(0).received())) {
      for (Told each : LOG) {
        drive.clock(each.received());
        drive.tell(each);
      }
      drive.clock(LATER);
      said.addAll(drive.judgements());
    }

    // then
    assertThat(Judged.differences(AT_ONCE, Judged.history(said))).isEmpty();
  }

  @Test
  void partitionsAndRestartsLeaveNoTrace() {
    // when
    List<SpecificRecord> said = new ArrayList<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      said.addAll(restarted(of(partition), new Random(SEED + partition)));
    }

    // then
    assertThat(Judged.differences(AT_ONCE, Judged.history(said))).isEmpty();
  }

  private static List<Told> of(int partition) {
    return LOG.stream()
        .filter(
            each ->
                each.isEverywhere()
                    || Math.floorMod(each.key().hashCode(), PARTITIONS) == partition)
        .toList();
  }

  private static Map<String, List<String>> readAtOnce() {
    try (Drive drive = new Drive(ENDS).notLive()) {
      LOG.forEach(drive::tell);
      drive.becomesLive();
      drive.clock(LATER);
      return Judged.history(drive.judgements());
    }
  }

  private static List<SpecificRecord> restarted(List<Told> log, Random random) {
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    List<SpecificRecord> said = new ArrayList<>();
    Drive drive = new Drive(ENDS, registry).notLive();
    for (Told each : log) {
      drive.tell(each);
      if (random.nextInt(RECORDS_BETWEEN_RESTARTS) == 0) {
        said.addAll(drive.judgements());
        Drive next = new Drive(ENDS, registry).notLive().restored(drive.state());
        drive.close();
        drive = next;
      }
    }
    drive.becomesLive();
    drive.clock(LATER);
    said.addAll(drive.judgements());
    drive.close();
    return said;
  }
}
