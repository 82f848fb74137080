package dev.muster.streams.live;

import dev.muster.runtime.part.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker where the inputs end, twice a second, and tells {@link CaughtUp}. While the
 * broker is away nothing is told, so that nothing is spoken. One thread of its own.
 */
public final class EndWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EndWatch.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Nobody's uncommitted records are waited for: they may never be committed. */
  private static final ListOffsetsOptions COMMITTED =
      new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

  private final CaughtUp caughtUp;
  private final Admin admin;
  private final KafkaStreams streams;
  private final Clock clock;
  private final BooleanSupplier onceLive;
  private boolean done;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          run -> {
            Thread made = new Thread(run, "muster-end-watch");
            made.setDaemon(true);
            return made;
          });

  /**
   * Begins nothing yet.
   *
   * @param onceLive asked on this thread when all tasks here have caught up, until it says that it
   *     is done
   */
  public EndWatch(
      CaughtUp caughtUp, Admin admin, KafkaStreams streams, Clock clock, BooleanSupplier onceLive) {
    this.caughtUp = caughtUp;
    this.admin = admin;
    this.streams = streams;
    this.clock = clock;
    this.onceLive = onceLive;
  }

  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Set<TopicPartition> asked = caughtUp.asks();
      if (!asked.isEmpty()) {
        Instant at = clock.instant();
        caughtUp.ended(at, ends(asked));
      }
      caughtUp.compare(committed());
      if (!done && caughtUp.all() && streams.state() == KafkaStreams.State.RUNNING) {
        done = onceLive.getAsBoolean();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.atDebug().addKeyValue("fault", Fault.of(e)).log("end offsets not known, asking again");
    }
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> asked)
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin
        .listOffsets(
            asked.stream()
                .collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest())),
            COMMITTED)
        .all()
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private Map<TopicPartition, Long> committed() {
    Map<TopicPartition, Long> committed = new HashMap<>();
    streams
        .metadataForLocalThreads()
        .forEach(
            thread ->
                thread.activeTasks().forEach(task -> committed.putAll(task.committedOffsets())));
    return committed;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
