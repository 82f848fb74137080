package dev.muster.core.alert;

import dev.muster.core.gate.AlertFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a source of alerts was heard, in spans without a longer silence than {@link #SILENCE}: by
 * what it told of and by when that came. The same in whichever order it is noted.
 *
 * @param first the earliest event of it, by its own time
 * @param spans in the order of time, apart from each other by more than the silence
 */
public record SignsOfLife(Instant first, List<Span> spans) {
  /** Longer than this without a sign, and a source is not heard. */
  public static final Duration SILENCE = AlertFigures.SILENCE;

  public SignsOfLife {
    spans = List.copyOf(spans);
  }

  /** From the first sign to the last. */
  public record Span(Instant from, Instant to) {
    boolean isNear(Span other) {
      return !other.from.isAfter(to.plus(SILENCE)) && !from.isAfter(other.to.plus(SILENCE));
    }

    Span and(Span other) {
      return new Span(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
  }

  /** An event is a sign when it happened and when it came. */
  public static SignsOfLife of(Instant time, Instant received) {
    Instant happened = time.isAfter(received) ? received : time;
    return new SignsOfLife(
        happened, join(List.of(new Span(happened, happened), new Span(received, received))));
  }

  public SignsOfLife and(SignsOfLife other) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return new SignsOfLife(first.isBefore(other.first) ? first : other.first, join(all));
  }

  /** Without the spans that ended before an instant; when it was first heard is kept. */
  public SignsOfLife from(Instant instant) {
    return new SignsOfLife(
        first, spans.stream().filter(span -> !span.to().isBefore(instant)).toList());
  }

  /** The last span. */
  public Optional<Span> last() {
    return spans.isEmpty() ? Optional.empty() : Optional.of(spans.get(spans.size() - 1));
  }

  private static List<Span> join(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).isNear(span)) {
        joined.set(last, joined.get(last).and(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
