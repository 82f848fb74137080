package dev.muster.streams.state;

import dev.muster.streams.time.Deadline;
import dev.muster.streams.time.DeadlineIndex;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The states of a task's services. Those last used are held decoded; changes are written through at
 * the end of each record, the rows of the deadline index that they move at once.
 *
 * <p>A record that only moves a service's clock reads and writes its {@link Pulse} alone.
 */
public final class ServiceStates {
  /** A pulse is some hundred bytes, a state and all that is held with it some ten thousand. */
  private static final int PULSES_FOR_EACH_STATE = 20;

  private final Rows rows;
  private final DeadlineIndex index;
  private final Consumer<Deadline> added;
  private final Map<String, Pulse> pulses;
  private final Map<String, ServiceState> held;
  private final Map<String, ServiceState> changed = new LinkedHashMap<>();

  /** Where states and pulses are kept. */
  public record Rows(KeyValueStore<String, byte[]> states, KeyValueStore<String, byte[]> pulses) {}

  /**
   * Over stores.
   *
   * @param added told of each deadline that is new
   * @param most states held decoded
   */
  public ServiceStates(Rows rows, DeadlineIndex index, Consumer<Deadline> added, int most) {
    this.rows = rows;
    this.index = index;
    this.added = added;
    this.held = new Lru<>(most);
    this.pulses = new Lru<>(most * PULSES_FOR_EACH_STATE);
  }

  public ServiceState of(String service) {
    ServiceState known = changed.get(service);
    if (known != null) {
      return known;
    }
    known = held.get(service);
    if (known == null) {
      byte[] bytes = rows.states().get(service);
      known = bytes == null ? ServiceState.NEW : StateCodec.readState(bytes);
      held.put(service, known);
    }
    return known.at(pulse(service).clock());
  }

  /**
   * Moves a service's clock, unless something falls due before.
   *
   * @param cards whether a scorecard held back is spoken too
   * @return false when nothing was done
   */
  public boolean tick(String service, Instant received, boolean cards) {
    if (changed.containsKey(service)) {
      return false;
    }
    Pulse pulse = pulse(service);
    if (pulse.isDue(received, cards)) {
      return false;
    }
    beat(service, pulse, pulse.at(received));
    return true;
  }

  public void put(String service, ServiceState state) {
    ServiceState before = of(service);
    if (isSame(before, state)) {
      return;
    }
    if (!before.turn().equals(state.turn())
        || !before.emission().pending().equals(state.emission().pending())) {
      Pulse pulse = pulse(service);
      index(
          new HashSet<>(pulse.with(before).deadlines(service)),
          pulse.with(state).deadlines(service));
    }
    changed.put(service, state);
  }

  /** By reference: comparing all of a state costs more than it saves. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(ServiceState before, ServiceState after) {
    return before == after;
  }

  private void index(Set<Deadline> old, Collection<Deadline> now) {
    for (Deadline deadline : now) {
      if (!old.remove(deadline)) {
        index.add(deadline);
        added.accept(deadline);
      }
    }
    old.forEach(index::remove);
  }

  /** The service's clock. */
  public Instant clock(String service) {
    ServiceState known = changed.get(service);
    return known == null ? pulse(service).clock() : known.clock();
  }

  /** Its rows of the deadline index, in the order of time. */
  public List<Deadline> deadlines(String service) {
    return now(service).deadlines(service);
  }

  /** The first that is due, if any is. */
  public Optional<Deadline> due(String service, Instant upTo, boolean cards) {
    Pulse now = now(service);
    return now.isDue(upTo, cards)
        ? now.deadlines(service).stream()
            .filter(deadline -> cards || !deadline.what().equals(ServiceState.SCORECARD))
            .findFirst()
        : Optional.empty();
  }

  private Pulse now(String service) {
    ServiceState known = changed.get(service);
    return known == null ? pulse(service) : pulse(service).with(known);
  }

  /** An SLO of it will have something to say; an earlier one that is known is kept. */
  public void burns(String service, Optional<Instant> next) {
    Optional<Instant> known = pulse(service).burn();
    if (next.isPresent() && (known.isEmpty() || known.get().isAfter(next.get()))) {
      burnsNext(service, next);
    }
  }

  /** When its SLOs have something to say next, and not before. */
  public void burnsNext(String service, Optional<Instant> next) {
    move(service, pulse -> pulse.burning(next));
  }

  /** When a week of its alerts closes or is settled. */
  public void noiseNext(String service, Optional<Instant> next) {
    if (!pulse(service).noise().equals(next)) {
      move(service, pulse -> pulse.noisy(next));
    }
  }

  private void move(String service, UnaryOperator<Pulse> by) {
    Pulse before = now(service);
    index(new HashSet<>(before.deadlines(service)), by.apply(before).deadlines(service));
    Pulse written = pulse(service);
    beat(service, written, by.apply(written));
  }

  /** Writes what was changed: once for each record, however often it was put. */
  public void write() {
    changed.forEach(
        (service, state) -> {
          ServiceState before = held.put(service, state);
          if (before == null || !state.saysAs(before)) {
            rows.states().put(service, StateCodec.write(state));
          }
          Pulse pulse = pulse(service);
          beat(service, pulse, pulse.with(state));
        });
    changed.clear();
  }

  private Pulse pulse(String service) {
    Pulse known = pulses.get(service);
    if (known == null) {
      byte[] bytes = rows.pulses().get(service);
      known = bytes == null ? Pulse.NEW : Pulse.read(bytes);
      pulses.put(service, known);
    }
    return known;
  }

  private void beat(String service, Pulse before, Pulse after) {
    if (!after.equals(before)) {
      pulses.put(service, after);
      rows.pulses().put(service, after.write());
    }
  }
}
