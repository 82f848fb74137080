package dev.muster.ingest.replay;

import dev.muster.schemas.DeadLetterHeaders.Place;
import java.util.List;
import java.util.Set;

/** Gives parked facts their place. */
public interface Letters {

  /**
   * What became of an attempt.
   *
   * @param ended letters that need no further attempt
   * @param complete whether each was tried; false when Kafka or the registry was away
   */
  record Tried(Set<Place> ended, boolean complete) {
    public Tried {
      ended = Set.copyOf(ended);
    }
  }

  /** Tries each letter of one service; waits for acknowledgements. */
  Tried replay(String service, List<Place> places);
}
