package dev.muster.sink.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How often somebody guessed wrong; ten misses in five minutes close the door to an address. */
final class Tries {
  static final int MISSES = 10;
  static final Duration SPAN = Duration.ofMinutes(5);

  /** So that an attacker with many addresses fills no memory. */
  private static final int ADDRESSES = 10_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> misses = new HashMap<>();

  Tries(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait, empty when a try is free. */
  synchronized Optional<Duration> wait(String address) {
    Deque<Instant> mine = misses.getOrDefault(address, new ArrayDeque<>());
    forget(mine);
    return mine.size() < MISSES
        ? Optional.empty()
        : Optional.of(Duration.between(clock.instant(), mine.getFirst().plus(SPAN)));
  }

  synchronized void missed(String address) {
    if (misses.size() >= ADDRESSES) {
      misses.values().forEach(this::forget);
      misses.values().removeIf(Deque::isEmpty);
    }
    if (misses.size() < ADDRESSES || misses.containsKey(address)) {
      misses.computeIfAbsent(address, key -> new ArrayDeque<>()).add(clock.instant());
    }
  }

  private void forget(Deque<Instant> times) {
    Instant oldest = clock.instant().minus(SPAN);
    while (!times.isEmpty() && !times.getFirst().isAfter(oldest)) {
      times.removeFirst();
    }
  }
}
