package dev.muster.sink.past;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an auditor asks for.
 *
 * @param from inclusive
 * @param to exclusive
 * @param mayRead services that whoever asks may read
 */
public record EvidenceQuery(
    String standard,
    Instant from,
    Instant to,
    Optional<String> service,
    Optional<String> system,
    Predicate<String> mayRead) {

  boolean asks(String name) {
    return service.map(name::equals).orElse(true) && mayRead.test(name);
  }

  /** Whether a span touches the one asked for; without {@code end} it lasts. */
  boolean touches(Instant begin, Optional<Instant> end) {
    return begin.isBefore(to) && end.map(from::isBefore).orElse(true);
  }
}
