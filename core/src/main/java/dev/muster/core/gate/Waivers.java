package dev.muster.core.gate;

import java.time.Instant;
import java.util.Optional;

/** Which gates somebody answers for, and when. */
public interface Waivers {
  /** None at all. */
  Waivers NONE =
      new Waivers() {
        @Override
        public Optional<Waived> inForce(GateId gate, Instant at) {
          return Optional.empty();
        }

        @Override
        public Optional<Instant> turnedBy(GateId gate, Instant at) {
          return Optional.empty();
        }

        @Override
        public Optional<Instant> turnsAfter(GateId gate, Instant at) {
          return Optional.empty();
        }
      };

  /**
   * That a gate is waived.
   *
   * @param id of the waiver that counts
   * @param until exclusive
   */
  record Waived(String id, Instant until) {}

  /** Whether a gate is waived at an instant; of several waivers the one that ends last counts. */
  Optional<Waived> inForce(GateId gate, Instant at);

  /** When a gate was last waived, or left alone again; empty: never until then. */
  Optional<Instant> turnedBy(GateId gate, Instant at);

  /** When this may change though nothing happens. */
  Optional<Instant> turnsAfter(GateId gate, Instant at);
}
