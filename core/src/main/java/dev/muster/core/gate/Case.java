package dev.muster.core.gate;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A rule with all evidence for it, ready to be asked where it stands at any instant. */
interface Case {

  /** Where it stands, with the evidence known now that had happened by then. */
  Finding at(Instant instant);

  /** The status alone; the same as of {@link #at}, without the reasons. */
  default Status status(Instant instant) {
    return at(instant).status();
  }

  /** Says when it may have turned. */
  void turns(Turns turns);

  /** Says when it may turn after an instant if nothing happens. */
  void turnsAfter(Instant instant, Turns turns);

  /** The findings that {@link #at} is made of, one for each dataset or target. */
  default List<Finding> parts(Instant instant) {
    return List.of(at(instant));
  }

  /** One that stands for ever as it stands. */
  record Settled(Finding finding) implements Case {
    @Override
    public Finding at(Instant instant) {
      return finding;
    }

    @Override
    public void turns(Turns turns) {}

    @Override
    public void turnsAfter(Instant instant, Turns turns) {}
  }

  /** When a case may turn, and since when all that could have turned it is known. */
  final class Turns {
    private final NavigableSet<Instant> instants = new TreeSet<>();
    private @Nullable Instant horizon;

    void add(Instant instant) {
      instants.add(instant);
    }

    void unknownBefore(@Nullable Instant instant) {
      if (instant != null && (horizon == null || instant.isAfter(horizon))) {
        horizon = instant;
      }
    }

    NavigableSet<Instant> instants() {
      return instants;
    }

    @Nullable Instant horizon() {
      return horizon;
    }
  }
}
