package dev.muster.ingest.replay;

import dev.muster.ingest.catalogue.Placement;
import dev.muster.schemas.DeadLetterHeaders;
import dev.muster.schemas.DeadLetterHeaders.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which dead letters wait for which service; places only, the bytes stay in the topic. */
final class ParkedIndex {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::partition).thenComparingLong(Place::offset);

  private final Map<String, TreeSet<Place>> waiting = new HashMap<>();

  void read(ConsumerRecord<String, byte[]> letter) {
    Optional<DeadLetterHeaders> headers = DeadLetterHeaders.from(letter.headers());
    if (headers.isEmpty() || letter.key() == null) {
      return;
    }
    Optional<Place> ended = Parking.ended(headers.get());
    if (ended.isPresent()) {
      end(letter.key(), ended.get());
    } else if (Placement.Reason.mayEnd(headers.get().reason())) {
      waiting
          .computeIfAbsent(letter.key(), key -> new TreeSet<>(ORDER))
          .add(new Place(letter.partition(), letter.offset()));
    }
  }

  void end(String service, Place place) {
    waiting.computeIfPresent(
        service,
        (key, places) -> {
          places.remove(place);
          return places.isEmpty() ? null : places;
        });
  }

  Set<String> services() {
    return Set.copyOf(waiting.keySet());
  }

  /** In the order in which they were received. */
  List<Place> of(String service) {
    return new ArrayList<>(waiting.getOrDefault(service, new TreeSet<>(ORDER)));
  }

  int size() {
    return waiting.values().stream().mapToInt(Set::size).sum();
  }
}
