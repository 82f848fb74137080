package dev.muster.ingest.replay;

import dev.muster.core.catalogue.Service;
import dev.muster.ingest.catalogue.ServiceCatalogue;
import dev.muster.ingest.follow.Following;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import dev.muster.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Places parked facts when the catalogue comes to know their service or SLO. What waits is read
 * from the dead letters at every start; {@link Parking} says what ends it.
 */
public final class Replayer implements Part {
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final Following following;
  private final ServiceCatalogue catalogue;
  private final Letters letters;
  private volatile int waiting;

  public Replayer(
      Supplier<Consumer<String, byte[]>> consumers, ServiceCatalogue catalogue, Letters letters) {
    this.catalogue = catalogue;
    this.letters = letters;
    this.following = new Following(Topics.DEAD_LETTERS.name(), consumers, Reader::new);
  }

  /** One reading of the dead letters from the beginning. */
  private final class Reader implements Following.Reader {
    private final ParkedIndex index = new ParkedIndex();

    /** By service, the entry with which all that waits was tried. */
    private final Map<String, Service> tried = new HashMap<>();

    @Override
    public void read(ConsumerRecords<String, byte[]> records, boolean atEnd) {
      records.forEach(
          record -> {
            index.read(record);
            tried.remove(record.key());
          });
      if (atEnd && catalogue.isComplete()) {
        tryAll();
      }
      waiting = index.size();
    }

    /** A neighbour that is away for one service is away for all. */
    private void tryAll() {
      for (String service : index.services()) {
        Service entry = catalogue.known().services().get(service);
        if (entry != null && !entry.equals(tried.get(service)) && !tryAgain(service, entry)) {
          LockSupport.parkNanos(BACK_OFF.toNanos());
          return;
        }
      }
    }

    /** Whether the neighbours answered. */
    private boolean tryAgain(String service, Service entry) {
      Letters.Tried result = letters.replay(service, index.of(service));
      result.ended().forEach(place -> index.end(service, place));
      if (result.complete()) {
        tried.put(service, entry);
      }
      return result.complete();
    }
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public void start() {
    following.start();
  }

  /** How many parked facts wait for a catalogue entry. */
  public int waiting() {
    return waiting;
  }

  /** Delays nobody's answer, so ingest is ready without it. */
  @Override
  public Health check() {
    Health health = following.check();
    return health instanceof Health.Starting ? new Health.Degraded(health.why()) : health;
  }

  @Override
  public void close() {
    following.close();
  }
}
