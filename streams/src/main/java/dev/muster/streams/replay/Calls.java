package dev.muster.streams.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How often people were called in a time, and for how long.
 *
 * @param times calls that began in it
 * @param before calls that were open when it began
 * @param lasted of all of them, within it
 */
public record Calls(int times, int before, Duration lasted) {
  public static final Calls NONE = new Calls(0, 0, Duration.ZERO);

  static Calls of(Collection<Call> calls, Instant from) {
    int before = (int) calls.stream().filter(call -> call.from().isBefore(from)).count();
    Duration lasted =
        calls.stream().map(call -> call.after(from)).reduce(Duration.ZERO, Duration::plus);
    return new Calls(calls.size() - before, before, lasted);
  }

  public Calls plus(Calls other) {
    return new Calls(times + other.times, before + other.before, lasted.plus(other.lasted));
  }

  /** What became of a call by a change. */
  public sealed interface Change {
    /** Only with the change. */
    record New(Call call) implements Change {}

    /** Only without it. */
    record Gone(Call call) implements Change {}

    /** With it at another time, which overlaps. */
    record Moved(Call without, Call with) implements Change {}
  }

  /** What becomes of calls, in the order of time; those that stay are left out. */
  static List<Change> changes(List<Call> without, List<Call> with) {
    List<Change> changes = new ArrayList<>();
    List<Call> left = new ArrayList<>(with);
    for (Call call : without) {
      Call now = left.stream().filter(call::overlaps).findFirst().orElse(null);
      left.remove(now);
      if (now == null) {
        changes.add(new Change.Gone(call));
      } else if (!now.equals(call)) {
        changes.add(new Change.Moved(call, now));
      }
    }
    left.forEach(call -> changes.add(new Change.New(call)));
    changes.sort(java.util.Comparator.comparing(Calls::begin));
    return changes;
  }

  private static Instant begin(Change change) {
    if (change instanceof Change.New one) {
      return one.call().from();
    }
    return change instanceof Change.Gone one
        ? one.call().from()
        : ((Change.Moved) change).without().from();
  }
}
