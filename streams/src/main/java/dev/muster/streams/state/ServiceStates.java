package dev.muster.streams.state;

import dev.muster.streams.time.Deadline;
import dev.muster.streams.time.DeadlineIndex;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The states of a task's services. Those last used are held decoded; changes are written through at
 * the end of each record, the rows of the deadline index that they move at once.
 */
public final class ServiceStates {
  private final KeyValueStore<String, byte[]> store;
  private final DeadlineIndex index;
  private final Consumer<Deadline> added;
  private final Map<String, ServiceState> held;
  private final Map<String, ServiceState> changed = new LinkedHashMap<>();

  /**
   * Over a store.
   *
   * @param added told of each deadline that is new
   * @param most states held decoded
   */
  public ServiceStates(
      KeyValueStore<String, byte[]> store,
      DeadlineIndex index,
      Consumer<Deadline> added,
      int most) {
    this.store = store;
    this.index = index;
    this.added = added;
    this.held = new Lru<>(most);
  }

  public ServiceState of(String service) {
    ServiceState known = changed.getOrDefault(service, held.get(service));
    if (known == null) {
      byte[] bytes = store.get(service);
      known = bytes == null ? ServiceState.NEW : StateCodec.readState(bytes);
      held.put(service, known);
    }
    return known;
  }

  public void put(String service, ServiceState state) {
    ServiceState before = of(service);
    if (before.equals(state)) {
      return;
    }
    Set<Deadline> old = new HashSet<>(before.deadlines(service));
    for (Deadline deadline : state.deadlines(service)) {
      if (!old.remove(deadline)) {
        index.add(deadline);
        added.accept(deadline);
      }
    }
    old.forEach(index::remove);
    changed.put(service, state);
  }

  /** Writes what was changed: once for each record, however often it was put. */
  public void write() {
    changed.forEach(
        (service, state) -> {
          held.put(service, state);
          store.put(service, StateCodec.write(state));
        });
    changed.clear();
  }
}
