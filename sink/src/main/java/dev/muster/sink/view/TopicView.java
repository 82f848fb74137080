package dev.muster.sink.view;

import dev.muster.runtime.part.Fault;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import dev.muster.sink.SinkMeters;
import dev.muster.sink.view.Changes.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topic held in memory, newest record of each key, followed by a thread of its own. Reading from
 * the beginning happens aside: readers see nothing before the first reading is whole, and the old
 * snapshot while a later one is made.
 */
public final class TopicView<V> implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(TopicView.class);
  private static final long BACK_OFF_MILLIS = 1_000;

  private final Origin<V> origin;
  private final Clock clock;
  private final SinkMeters meters;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Changes<V>> listeners = new CopyOnWriteArrayList<>();
  private volatile Snapshot<V> snapshot = Snapshot.empty();
  private volatile @Nullable Instant asOf;
  private volatile @Nullable String died;

  public TopicView(Origin<V> origin, Clock clock, SinkMeters meters) {
    this.origin = origin;
    this.clock = clock;
    this.meters = meters;
    this.thread = new Thread(this::run, "view-" + origin.topic());
    thread.setDaemon(true);
  }

  @Override
  public String name() {
    return "view of " + origin.topic();
  }

  @Override
  public void start() {
    meters.watchView(origin.topic(), () -> snapshot.held().size(), this::ageSeconds);
    thread.start();
  }

  public Snapshot<V> snapshot() {
    return snapshot;
  }

  /** Absent until everything that was there at the start has been read. */
  public @Nullable Freshness freshness() {
    Instant known = asOf;
    return known == null ? null : Freshness.at(known, clock.instant());
  }

  /** Tells {@code listener} all changes after the snapshot returned. */
  public synchronized Snapshot<V> listen(Changes<V> listener) {
    listeners.add(listener);
    return snapshot;
  }

  public void leave(Changes<V> listener) {
    listeners.remove(listener);
  }

  private void run() {
    while (closing.getCount() > 0) {
      try (Consumer<String, byte[]> consumer = origin.consumers().get()) {
        follow(consumer);
      } catch (KafkaException away) {
        LOG.atWarn()
            .addKeyValue("topic", origin.topic())
            .addKeyValue("fault", Fault.of(away))
            .log("cannot follow the topic, reading it again");
      } catch (RuntimeException bug) {
        died = "the view of " + origin.topic() + " ended: " + Fault.of(bug);
        LOG.atError().addKeyValue("topic", origin.topic()).log(died);
        return;
      }
      pause();
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    Follower follower = new Follower(consumer, origin.topic(), clock);
    if (follower.partitions() == 0) {
      return;
    }
    Reading<V> reading = new Reading<>(origin, follower.partitions(), meters);
    boolean whole = false;
    while (closing.getCount() > 0) {
      Follower.Step step = follower.step();
      List<Change<V>> changes = reading.read(step.records());
      Instant completeTo = step.completeTo();
      if (whole && !changes.isEmpty()) {
        publish(reading.snapshot(), changes);
      } else if (!whole && completeTo != null) {
        whole = true;
        publish(reading.snapshot(), reading.since(snapshot));
      }
      if (completeTo != null) {
        asOf = completeTo;
      }
    }
  }

  private synchronized void publish(Snapshot<V> next, List<Change<V>> changes) {
    snapshot = next;
    if (!changes.isEmpty()) {
      listeners.forEach(listener -> listener.changed(changes));
    }
  }

  private void pause() {
    try {
      closing.await(BACK_OFF_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  /** Not a number until it is known. */
  private double ageSeconds() {
    Instant known = asOf;
    return known == null ? Double.NaN : (clock.millis() - known.toEpochMilli()) / 1000.0;
  }

  /** A stale view still serves, and says so on every page; an unread one does not. */
  @Override
  public Health check() {
    String end = died;
    if (end != null) {
      return new Health.Down(end);
    }
    Freshness fresh = freshness();
    if (fresh == null) {
      return new Health.Starting("has not read " + origin.topic() + " to its end yet");
    }
    return fresh.stale()
        ? new Health.Degraded(origin.topic() + " is stale since " + fresh.asOf())
        : Health.up();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
