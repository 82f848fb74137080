package dev.muster.streams.live;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.TaskId;

/** Says up to when a task has read everything. Asked by stream threads. */
@FunctionalInterface
public interface Liveness {

  /**
   * The wall-clock instant up to which everything appended to the task's inputs was read and
   * judged; empty until it has once caught up since it was assigned.
   */
  Optional<Instant> caughtUpTo(TaskId task);
}
