package dev.muster.core.alert.noise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was decided on the proposals of one service.
 *
 * @param all in the order of time
 */
public record Answers(List<Answer> all) {
  public static final Answers NONE = new Answers(List.of());

  public Answers {
    all = List.copyOf(new TreeSet<>(all));
  }

  public Answers with(Answer answer) {
    SortedSet<Answer> more = new TreeSet<>(all);
    return more.add(answer) ? new Answers(List.copyOf(more)) : this;
  }

  /** Without those from before an instant. */
  public Answers from(Instant instant) {
    return all.isEmpty() || !all.get(0).time().isBefore(instant)
        ? this
        : new Answers(all.stream().filter(each -> !each.time().isBefore(instant)).toList());
  }

  /** The last one before an instant. */
  Optional<Answer> lastBefore(Instant instant, String rule, NoiseVerdict proposal) {
    return on(rule, proposal)
        .filter(answer -> answer.time().isBefore(instant))
        .reduce((earlier, later) -> later);
  }

  /** The first one at or after an instant. */
  Optional<Answer> firstFrom(Instant instant, String rule, NoiseVerdict proposal) {
    return on(rule, proposal).filter(answer -> !answer.time().isBefore(instant)).findFirst();
  }

  private Stream<Answer> on(String rule, NoiseVerdict proposal) {
    return all.stream()
        .filter(answer -> answer.rule().equals(rule) && answer.proposal() == proposal);
  }
}
