package dev.muster.streams.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which reading of the log this is. A state that can no longer be read, or lost offsets, are
 * answered with the next one, which reads everything again.
 *
 * @param number from 1
 */
record Generation(int number) implements Comparable<Generation> {
  private static final String NAME = "muster-streams";
  private static final Pattern APPLICATION = Pattern.compile(NAME + "(-([2-9]|[1-9]\\d{1,5}))?");
  private static final Pattern INTERNAL =
      Pattern.compile("(" + APPLICATION.pattern() + ")-[a-z].*-(changelog|repartition)");

  static final Generation FIRST = new Generation(1);

  Generation {
    if (number < 1) {
      throw new IllegalArgumentException("need a generation >= 1, got " + number);
    }
  }

  /** {@code muster-streams}, then {@code muster-streams-2}, … */
  String applicationId() {
    return number == 1 ? NAME : NAME + '-' + number;
  }

  Generation next() {
    return new Generation(number + 1);
  }

  /** Whose group this is, when it is one of ours. */
  static Optional<Generation> ofGroup(String group) {
    Matcher matcher = APPLICATION.matcher(group);
    return matcher.matches() ? Optional.of(numbered(matcher.group(2))) : Optional.empty();
  }

  /** Whose changelog or repartition topic this is, when it is one of ours. */
  static Optional<Generation> ofInternalTopic(String topic) {
    Matcher matcher = INTERNAL.matcher(topic);
    return matcher.matches() ? Optional.of(numbered(matcher.group(3))) : Optional.empty();
  }

  /** Where Kafka Streams keeps its state below the state folder. */
  Path folder(Path state) {
    return state.resolve(applicationId());
  }

  @Override
  public int compareTo(Generation other) {
    return Integer.compare(number, other.number);
  }

  private static Generation numbered(String digits) {
    return digits == null ? FIRST : new Generation(Integer.parseInt(digits));
  }
}
