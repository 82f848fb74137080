package dev.muster.streams.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What held from when to when, as is known at the end: a later word takes back what it begins. */
final class Timeline<T> {
  private final List<Since<T>> held = new ArrayList<>();

  private record Since<T>(Instant at, T what) {}

  /**
   * A time in which one thing held.
   *
   * @param to exclusive
   */
  record Span<T>(Instant from, Instant to, T what) {}

  /** From an instant on it is this. */
  void say(Instant since, T what) {
    while (!held.isEmpty() && !last().at().isBefore(since)) {
      held.remove(held.size() - 1);
    }
    if (held.isEmpty() || !last().what().equals(what)) {
      held.add(new Since<>(since, what));
    }
  }

  private Since<T> last() {
    return held.get(held.size() - 1);
  }

  /** What held, in order, none of it empty; before the first word there is nothing. */
  List<Span<T>> spans(Instant from, Instant to) {
    List<Span<T>> spans = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      Instant begin = later(held.get(i).at(), from);
      Instant end = i + 1 < held.size() ? earlier(held.get(i + 1).at(), to) : to;
      if (begin.isBefore(end)) {
        spans.add(new Span<>(begin, end, held.get(i).what()));
      }
    }
    return spans;
  }

  /** What held at an instant; null before the first word. */
  @Nullable T at(Instant instant) {
    T found = null;
    for (Since<T> since : held) {
      if (!since.at().isAfter(instant)) {
        found = since.what();
      }
    }
    return found;
  }

  /** Where two of them say something else, joined where it is the same for longer. */
  static <T> List<Span<Pair<T>>> differences(
      Timeline<T> one, Timeline<T> other, Instant from, Instant to) {
    Timeline<Pair<T>> both = new Timeline<>();
    Timeline.<T>edges(one, other, from, to)
        .forEach(at -> both.say(at, new Pair<>(one.at(at), other.at(at))));
    return both.spans(from, to).stream().filter(span -> span.what().differs()).toList();
  }

  /** Two that hold at once. */
  record Pair<T>(@Nullable T one, @Nullable T other) {
    boolean differs() {
      return !Objects.equals(one, other);
    }
  }

  private static <T> List<Instant> edges(
      Timeline<T> one, Timeline<T> other, Instant from, Instant to) {
    List<Instant> edges = new ArrayList<>(List.of(from));
    one.spans(from, to).forEach(span -> edges.add(span.from()));
    other.spans(from, to).forEach(span -> edges.add(span.from()));
    return edges.stream().sorted().distinct().toList();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
