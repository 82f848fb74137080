package dev.muster.ingest.door;

import dev.muster.ingest.catalogue.Placement;
import dev.muster.ingest.catalogue.Placement.Parked;
import dev.muster.ingest.door.Outcome.Item;
import dev.muster.ingest.door.Outcome.Item.Status;
import dev.muster.ingest.door.RecentFacts.Became;
import dev.muster.ingest.door.RecentFacts.FactKey;
import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.publish.FactWire;
import dev.muster.ingest.publish.Trace;
import dev.muster.ingest.replay.Parking;
import dev.muster.runtime.publish.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request's facts on their way: what to write, and what to answer once it is acknowledged. */
final class Batch {
  private final FactWire wire;
  private final RecentFacts recent;
  private final Trace trace;
  private final List<Outgoing> outgoing = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Placement.Reason> newlyParked = new ArrayList<>();
  private final Map<FactKey, Became> became = new LinkedHashMap<>();

  Batch(FactWire wire, RecentFacts recent, Trace trace) {
    this.wire = wire;
    this.recent = recent;
    this.trace = trace;
  }

  /** Throws a Kafka exception when the registry is away. */
  void add(Fact fact, Placement placement, Instant received) {
    FactKey key = FactKey.of(fact);
    @Nullable Became before = became.containsKey(key) ? became.get(key) : recent.of(key);
    if (before == Became.ACCEPTED) {
      items.add(Item.of(fact.id(), Status.REPEATED, hint(placement)));
    } else if (placement instanceof Parked parked) {
      park(fact, parked, received, before == Became.PARKED);
      became.put(key, Became.PARKED);
    } else {
      outgoing.add(wire.placed(fact, trace));
      items.add(Item.of(fact.id(), Status.ACCEPTED, hint(placement)));
      became.put(key, Became.ACCEPTED);
    }
  }

  private void park(Fact fact, Parked parked, Instant received, boolean already) {
    if (!already) {
      outgoing.add(Parking.letter(wire, fact, trace, parked, received));
      newlyParked.add(parked.reason());
    }
    items.add(
        new Item(
            fact.id(),
            Status.PARKED,
            Optional.of(parked.reason().code() + ": " + parked.detail()),
            parked.didYouMean(),
            Optional.empty()));
  }

  private static Optional<String> hint(Placement placement) {
    return placement instanceof Placement.Placed placed ? placed.hint() : Optional.empty();
  }

  List<Outgoing> outgoing() {
    return outgoing;
  }

  List<Item> items() {
    return items;
  }

  /** Reasons of those that were not parked before. */
  List<Placement.Reason> newlyParked() {
    return newlyParked;
  }

  void remember() {
    recent.remember(became);
  }
}
