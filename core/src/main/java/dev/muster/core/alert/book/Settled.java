package dev.muster.core.alert.book;

import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.Late;
import dev.muster.core.alert.noise.RotationShare;
import dev.muster.core.alert.noise.RuleWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said anew of closed weeks, in the order of the weeks.
 *
 * @param closed whether a week closed
 */
public record Settled(
    List<Word<RuleWeek>> rules, List<Word<RotationShare>> shares, boolean closed) {
  public static final Settled NOTHING = new Settled(List.of(), List.of(), false);

  public Settled {
    rules = List.copyOf(rules);
    shares = List.copyOf(shares);
  }

  /**
   * One word.
   *
   * @param from the beginning of the week
   * @param to its end
   * @param why what came late; absent of the first word on a week
   */
  public record Word<T>(
      IsoWeek week, Instant from, Instant to, T what, int revision, @Nullable Late why) {}
}
