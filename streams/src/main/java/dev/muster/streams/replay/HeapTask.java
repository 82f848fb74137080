package dev.muster.streams.replay;

import dev.muster.schemas.judgement.Scorecard;
import dev.muster.streams.StreamsMeters;
import dev.muster.streams.admit.Admission;
import dev.muster.streams.admit.Novelty;
import dev.muster.streams.admit.Received;
import dev.muster.streams.judge.ReadinessStage;
import dev.muster.streams.judge.ReadinessStage.Judging;
import dev.muster.streams.judge.ReadinessStage.Sinks;
import dev.muster.streams.state.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * One task of the topology, with its state on the heap: the same stages in the same order. It is
 * behind the clock until its end is told, as a task that reads the whole log again.
 */
final class HeapTask {
  private static final String NOVELTY = "novelty";
  private static final String DEAD_LETTERS = "dead-letters";
  private static final Sinks SINKS =
      new Sinks("gates", "burns", "noises", "shares", "budgets", "scorecards");

  private final HeapGround ground;
  private final Admission admission;
  private final Consumer<SpecificRecord> said;
  private @Nullable Instant readTo;

  /**
   * A task that has read nothing.
   *
   * @param held services whose state is held decoded
   * @param said hears each judgement; scorecards are none, they only show them
   */
  HeapTask(int partition, int held, Consumer<SpecificRecord> said) {
    this.said = said;
    this.ground = new HeapGround(new TaskId(0, partition));
    StreamsMeters meters = new StreamsMeters(new SimpleMeterRegistry());
    ReadinessStage readiness =
        new ReadinessStage(
            new Judging(task -> Optional.ofNullable(readTo), meters, SINKS, held, () -> 0));
    Novelty novelty = new Novelty(Stores.SEEN, meters);
    admission = new Admission(NOVELTY, DEAD_LETTERS, meters);
    readiness.init(new HeapContext<>(ground, (record, to) -> say(record.value())));
    novelty.init(
        new HeapContext<>(
            ground, (record, to) -> readiness.process(record.withValue(record.value()))));
    admission.init(
        new HeapContext<>(
            ground,
            (record, to) -> {
              if (NOVELTY.equals(to)) {
                novelty.process(admitted(record));
              }
            }));
  }

  /** What admission lets through has a text as key and one of our records, or none, as value. */
  private static Record<String, SpecificRecord> admitted(Record<Object, Object> record) {
    return record.withKey((String) record.key()).withValue((SpecificRecord) record.value());
  }

  /**
   * Scorecards only show judgements. What rotations share goes nowhere, nor does what services tell
   * those whose alerts they confirm: each task is alone.
   */
  private void say(@Nullable Object value) {
    if (value instanceof SpecificRecord record && !(record instanceof Scorecard)) {
      said.accept(record);
    }
  }

  /** Reads the next record of the log. */
  void read(LogRecord record) {
    ground.at(record);
    admission.process(
        new Record<byte[], Received>(
            record.key(), record.value(), record.received().toEpochMilli()));
  }

  /** There is nothing more until an instant: says what is due until then. */
  void end(Instant at) {
    readTo = at.plus(ReadinessStage.GRACE);
    ground.clock(readTo);
  }
}
