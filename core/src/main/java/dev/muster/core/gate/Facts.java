package dev.muster.core.gate;

import java.util.Optional;

/** What is known of one event, its dataset and its service, by the names a {@code must} can use. */
@FunctionalInterface
public interface Facts {

  /**
   * What stands under a name: a String, Double, Boolean, {@link java.time.Instant} or {@link
   * java.time.Duration}; for {@code values.…} a Double. Empty when the event does not say.
   */
  Optional<?> find(String name);
}
