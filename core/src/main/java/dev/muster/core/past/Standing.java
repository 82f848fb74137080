package dev.muster.core.past;

import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Score;
import dev.muster.core.scorecard.Verdict;
import java.util.Collection;
import java.util.List;

/**
 * Where a service stood by one standard.
 *
 * @param verdict by the rules of the scorecard
 */
public record Standing(Verdict verdict, Score score) {

  /**
   * One gate.
   *
   * @param connected whether any evidence of it was ever seen
   */
  public record Gate(Status effective, boolean onPersonsWord, boolean connected) {
    /** One of which the log holds no judgement: it cannot be told, and is not green. */
    public static final Gate UNTOLD = new Gate(Status.CANNOT_JUDGE, false, false);
  }

  /** Adds up the gates of a standard. */
  public static Standing of(Collection<Gate> gates) {
    List<Status> statuses = gates.stream().map(Gate::effective).toList();
    return new Standing(
        Verdict.of(statuses, gates.stream().anyMatch(Gate::connected)),
        Score.of(
            gates.stream()
                .map(gate -> new Score.Gate(gate.effective(), gate.onPersonsWord()))
                .toList()));
  }
}
