package dev.muster.core.scorecard;

import dev.muster.core.gate.GateMark;
import dev.muster.core.gate.GateStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change of a scorecard.
 *
 * @param what {@code gate/<standard>/<gate>} or {@code standard/<standard>}
 * @param from the word before, absent: it was not there
 * @param to the word after, absent: it is gone
 */
public record Change(String what, @Nullable String from, @Nullable String to, Instant at) {

  /** Changes kept of a service. */
  public static final int KEPT = 20;

  /** Of a gate, by its effective status. */
  public static Optional<Change> of(@Nullable GateMark before, GateStanding after) {
    String from = before == null ? null : before.effective().name();
    String to = after.effective().name();
    return to.equals(from)
        ? Optional.empty()
        : Optional.of(new Change("gate/" + after.id(), from, to, after.since()));
  }

  /** Of a standard. */
  public static Optional<Change> of(
      String standard, @Nullable Verdict before, Verdict after, Instant at) {
    String from = before == null ? null : before.name();
    return after == before
        ? Optional.empty()
        : Optional.of(new Change("standard/" + standard, from, after.name(), at));
  }

  /**
   * The last changes, newest first. One that reaches back to, or before, others of the same thing
   * takes them back: what late word undid was never so.
   */
  public static List<Change> last(List<Change> newestFirst, List<Change> more) {
    List<Change> all = new ArrayList<>(newestFirst);
    more.forEach(change -> add(all, change));
    all.sort(Comparator.comparing(Change::at).reversed());
    return all.stream().limit(KEPT).toList();
  }

  private static void add(List<Change> newestFirst, Change change) {
    List<Change> takenBack =
        newestFirst.stream()
            .filter(old -> old.what().equals(change.what()) && !old.at().isBefore(change.at()))
            .toList();
    newestFirst.removeAll(takenBack);
    String from = takenBack.isEmpty() ? change.from() : takenBack.get(takenBack.size() - 1).from();
    if (!Objects.equals(from, change.to())) {
      newestFirst.add(0, new Change(change.what(), from, change.to(), change.at()));
    }
  }
}
