package dev.muster.core.gate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a service's SLOs. */
public record SloFigures(List<Slo> slos) {
  public SloFigures {
    slos = List.copyOf(slos);
  }

  /**
   * One of them.
   *
   * @param kind {@code latency}, {@code availability}, …; absent where not said
   * @param target 0 to 1
   * @param pages whether it has a page tier that is not shadow
   */
  public record Slo(
      String name, @Nullable String kind, double target, boolean pages, Samples samples) {
    public Slo {
      if (!(target > 0 && target < 1)) {
        throw new IllegalArgumentException("need 0 < target < 1, got " + target);
      }
    }
  }

  /** Whether it is measured. */
  public sealed interface Samples {
    /** They keep coming: the newest is no older than its SLO allows. */
    record Coming() implements Samples {}

    /** No longer. */
    record Ended(Instant last) implements Samples {}

    /** There never was one. */
    record Never() implements Samples {}
  }
}
