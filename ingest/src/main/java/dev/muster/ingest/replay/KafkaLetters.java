package dev.muster.ingest.replay;

import dev.muster.ingest.catalogue.Placement;
import dev.muster.ingest.catalogue.Placer;
import dev.muster.ingest.catalogue.ServiceCatalogue;
import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.fact.FactKind;
import dev.muster.ingest.publish.Outlet;
import dev.muster.ingest.publish.Trace;
import dev.muster.runtime.part.Fault;
import dev.muster.runtime.publish.Outgoing;
import dev.muster.schemas.DeadLetterHeaders;
import dev.muster.schemas.DeadLetterHeaders.Place;
import dev.muster.schemas.UnreadableRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads parked facts again from the dead letters and publishes those that have a place now. */
public final class KafkaLetters implements Letters {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaLetters.class);
  private static final int AT_ONCE = 500;

  private final Function<List<Place>, List<ConsumerRecord<String, byte[]>>> letters;
  private final ServiceCatalogue catalogue;
  private final Outlet outlet;

  private record Found(Place place, Fact fact, Trace trace) {}

  /**
   * @param letters reads records of the dead-letter topic by place; those that are gone are left
   *     out
   */
  public KafkaLetters(
      Function<List<Place>, List<ConsumerRecord<String, byte[]>>> letters,
      ServiceCatalogue catalogue,
      Outlet outlet) {
    this.letters = letters;
    this.catalogue = catalogue;
    this.outlet = outlet;
  }

  @Override
  public Tried replay(String service, List<Place> places) {
    Set<Place> ended = new HashSet<>();
    try {
      for (int from = 0; from < places.size(); from += AT_ONCE) {
        List<Place> some = places.subList(from, Math.min(places.size(), from + AT_ONCE));
        ended.addAll(place(service, letters.apply(some), ended));
      }
      return new Tried(ended, true);
    } catch (KafkaException e) {
      LOG.atWarn().addKeyValue("fault", Fault.of(e)).log("cannot replay now, trying again");
      return new Tried(ended, false);
    }
  }

  private Set<Place> place(
      String service, List<ConsumerRecord<String, byte[]>> records, Set<Place> hopeless) {
    List<Found> placed = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      Place place = new Place(record.partition(), record.offset());
      Optional<Fact> fact = fact(record);
      if (fact.isEmpty()) {
        hopeless.add(place);
        continue;
      }
      Placement now = Placer.place(fact.get(), catalogue.known(), outlet.received().now());
      if (now instanceof Placement.Placed) {
        placed.add(new Found(place, fact.get(), Trace.of(record.headers())));
      } else if (now instanceof Placement.Parked parked && !parked.reason().mayEnd()) {
        hopeless.add(place);
      }
    }
    publish(placed.stream().map(f -> outlet.wire().placed(f.fact(), f.trace())).toList());
    publish(
        placed.stream()
            .map(f -> Parking.marker(service, f.place(), outlet.received().now()))
            .toList());
    placed.forEach(f -> outlet.meters().replayed(f.fact().kind()));
    return Set.copyOf(placed.stream().map(Found::place).toList());
  }

  private void publish(List<Outgoing> records) {
    if (!records.isEmpty()) {
      try {
        outlet.publisher().publish(records).get();
      } catch (ExecutionException e) {
        throw new KafkaException("not acknowledged", e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }

  /** Empty when the letter cannot be read, which stays as it is. */
  private Optional<Fact> fact(ConsumerRecord<String, byte[]> letter) {
    try {
      return DeadLetterHeaders.from(letter.headers())
          .flatMap(headers -> FactKind.ofTopic(headers.topic()))
          .map(kind -> outlet.wire().fact(kind, letter.value()));
    } catch (UnreadableRecord e) {
      return Optional.empty();
    }
  }
}
