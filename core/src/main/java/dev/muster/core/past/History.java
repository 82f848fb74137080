package dev.muster.core.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was in force of one gate in a span, as the log knows it now: take all judgements in the
 * log's order, then ask. Of what lies outside the span only the outline is kept.
 */
public final class History<W> {
  private final Instant from;
  private final Instant to;
  private final List<Segment<W>> segments = new ArrayList<>();
  private @Nullable Said<?> newest;

  /**
   * A judgement and how long it was in force, {@code [from, to)}.
   *
   * @param to absent: it is still
   */
  public record Interval<W>(Instant from, @Nullable Instant to, Said<W> said) {}

  /** From where a judgement is in force; its word is let go of where nobody will ask. */
  private record Segment<W>(Instant from, Said<Optional<W>> said) {}

  /**
   * Of a span.
   *
   * @param to exclusive
   */
  public History(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("need from < to, got " + from + " and " + to);
    }
    this.from = from;
    this.to = to;
  }

  /** The next of the log. */
  public void take(Said<W> said) {
    if (newest != null && said.repeats(newest)) {
      return;
    }
    newest = outline(said);
    Instant begins = begins(said);
    segments.removeIf(old -> !old.from().isBefore(begins));
    boolean inside = begins.isBefore(to);
    if (inside || segments.isEmpty() || last().from().isBefore(to)) {
      segments.add(new Segment<>(begins, inside ? whole(said) : outline(said)));
    }
    if (segments.size() > 1 && !begins.isAfter(from)) {
      int before = segments.size() - 2;
      Segment<W> covered = segments.get(before);
      segments.set(before, new Segment<>(covered.from(), outline(covered.said())));
    }
  }

  /**
   * A renewal is in force from when it was said, and before that as far as it takes back others.
   */
  private Instant begins(Said<W> said) {
    Instant takenBack = said.spoken();
    boolean renews = false;
    for (Segment<W> old : segments) {
      if (said.renews(old.said()) && old.from().isBefore(said.spoken())) {
        renews = true;
      } else if (!old.from().isBefore(said.since()) && old.from().isBefore(takenBack)) {
        takenBack = old.from();
      }
    }
    return renews ? takenBack : said.since();
  }

  private Segment<W> last() {
    return segments.get(segments.size() - 1);
  }

  private static <W> Said<Optional<W>> whole(Said<W> said) {
    return with(said, Optional.of(said.word()));
  }

  private static <W> Said<Optional<W>> outline(Said<?> said) {
    return with(said, Optional.empty());
  }

  private static <V> Said<V> with(Said<?> said, V word) {
    return new Said<>(
        said.gate(),
        said.since(),
        said.spoken(),
        said.revision(),
        said.raw(),
        said.effective(),
        word);
  }

  /** Those that touch the span, oldest first, each whole. */
  public List<Interval<W>> intervals() {
    List<Interval<W>> all = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment<W> segment = segments.get(i);
      Instant end = i + 1 < segments.size() ? segments.get(i + 1).from() : null;
      boolean touches = segment.from().isBefore(to) && (end == null || end.isAfter(from));
      segment
          .said()
          .word()
          .filter(word -> touches)
          .ifPresent(
              word -> all.add(new Interval<>(segment.from(), end, with(segment.said(), word))));
    }
    return all;
  }
}
