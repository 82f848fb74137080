package dev.muster.core.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The same in plain words: a board with a place for each second, written over by each judgement.
 */
final class PlainTimeline {
  private final List<@Nullable Said<Integer>> board;
  private final List<Said<Integer>> all = new ArrayList<>();

  PlainTimeline(int seconds) {
    board = new ArrayList<>(Collections.nCopies(seconds, null));
  }

  void take(Said<Integer> said) {
    if (!all.isEmpty() && isRepeat(said, all.get(all.size() - 1))) {
      return;
    }
    all.add(said);
    for (int second = 0; second < board.size(); second++) {
      Instant then = Instant.ofEpochSecond(second);
      Said<Integer> there = board.get(second);
      boolean goesOn =
          there != null
              && there.since().equals(said.since())
              && there.raw() == said.raw()
              && there.effective() == said.effective();
      if (!then.isBefore(said.since()) && !(goesOn && then.isBefore(said.spoken()))) {
        board.set(second, said);
      }
    }
  }

  private static boolean isRepeat(Said<Integer> said, Said<Integer> last) {
    return said.spoken().isBefore(last.spoken())
        || (said.spoken().equals(last.spoken())
            && said.since().equals(last.since())
            && said.revision() == last.revision()
            && said.raw() == last.raw()
            && said.effective() == last.effective());
  }

  Optional<Said<Integer>> knownNow(int second) {
    return Optional.ofNullable(board.get(second));
  }

  Optional<Said<Integer>> spokenThen(int second) {
    return all.stream()
        .filter(said -> !said.spoken().isAfter(Instant.ofEpochSecond(second)))
        .reduce((earlier, later) -> later);
  }
}
