package dev.muster.streams.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What the stages of one task share: stores, the wall clock, and which record is being read. */
final class HeapGround {
  private final TaskId task;
  private final Map<String, StateStore> stores = new HashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private Instant wall = Instant.EPOCH;
  private @Nullable RecordMetadata reading;

  /** Something to be done by the wall clock, again and again until it is cancelled. */
  private final class Call implements Cancellable {
    private final Duration every;
    private final Punctuator what;
    private Instant at;

    Call(Duration every, Punctuator what) {
      this.every = every;
      this.what = what;
      this.at = wall.plus(every);
    }

    void ring() {
      at = wall.plus(every);
      what.punctuate(wall.toEpochMilli());
    }

    @Override
    public void cancel() {
      calls.remove(this);
    }
  }

  HeapGround(TaskId task) {
    this.task = task;
  }

  TaskId task() {
    return task;
  }

  Instant wall() {
    return wall;
  }

  Optional<RecordMetadata> reading() {
    return Optional.ofNullable(reading);
  }

  void at(RecordMetadata record) {
    reading = record;
  }

  /** Empty when it is asked for first. */
  StateStore store(String name) {
    return stores.computeIfAbsent(
        name, one -> one.endsWith("-window") ? new HeapWindow(one) : new HeapRows<String>(one));
  }

  Cancellable call(Duration every, Punctuator what) {
    Call call = new Call(every, what);
    calls.add(call);
    return call;
  }

  /** Moves the wall clock, and does what is due then. */
  void clock(Instant to) {
    wall = to;
    Optional<Call> due = due();
    while (due.isPresent()) {
      due.get().ring();
      due = due();
    }
  }

  private Optional<Call> due() {
    return calls.stream()
        .filter(call -> !call.at.isAfter(wall))
        .min(Comparator.comparing(call -> call.at));
  }
}
