package dev.muster.streams.run;

import dev.muster.runtime.part.Fault;
import dev.muster.runtime.part.Health;
import dev.muster.streams.live.CaughtUp;
import dev.muster.streams.live.EndWatch;
import dev.muster.streams.state.RocksMemory;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the topology, from its start to its end: what it holds, and how it is. */
record Reading(
    KafkaStreams streams,
    EndWatch watch,
    CaughtUp caughtUp,
    ThreadReplacement replacement,
    RocksMemory memory,
    Admin admin)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
  private static final Duration LAST_COMMIT = Duration.ofSeconds(30);

  Health health() {
    KafkaStreams.State state = streams.state();
    return switch (state) {
      case ERROR, PENDING_ERROR, PENDING_SHUTDOWN, NOT_RUNNING ->
          new Health.Down("Kafka Streams is " + state);
      case CREATED, REBALANCING -> new Health.Starting("takes over partitions and restores state");
      case RUNNING ->
          caughtUp.all()
              ? replacement
                  .recentFault()
                  .<Health>map(fault -> new Health.Degraded("a thread died lately: " + fault))
                  .orElseGet(Health::up)
              : new Health.Starting("reads its inputs up to their end");
    };
  }

  @Override
  public void close() {
    watch.close();
    replacement.close();
    if (!streams.close(LAST_COMMIT)) {
      LOG.atWarn().addKeyValue("waited", LAST_COMMIT).log("stream threads have not ended");
    }
    memory.close();
    admin.close(Duration.ZERO);
  }

  /** Closes what was made before a start failed. */
  static void closeAll(AutoCloseable... made) {
    for (AutoCloseable each : made) {
      try {
        each.close();
      } catch (Exception e) {
        LOG.atDebug().addKeyValue("fault", Fault.of(e)).log("did not close cleanly");
      }
    }
  }
}
