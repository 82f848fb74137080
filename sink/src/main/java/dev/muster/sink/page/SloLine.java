package dev.muster.sink.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One SLO of a service.
 *
 * @param anchor unique on the page
 * @param words its health in words
 * @param reason a sentence
 * @param alert absent while none is open
 * @param promise {@code 99.9 % over 30 days}
 * @param budget absent where nothing was counted
 * @param figures up to when they count, in words; empty where there are none
 * @param calls by what it calls for people; empty where it calls nobody
 * @param burns by window, where nothing is known of what it calls by
 * @param condition when one of the calls holds; empty where there is none
 */
public record SloLine(
    String anchor,
    String name,
    @Nullable String description,
    Mark mark,
    String words,
    String reason,
    @Nullable Alert alert,
    @Nullable Moment since,
    String promise,
    @Nullable Budget budget,
    String figures,
    List<Call> calls,
    List<Burn> burns,
    String condition) {

  /** Whether somebody should look at it. */
  public boolean open() {
    return alert != null || mark != Mark.PROVEN;
  }

  Stream<Mark> marks() {
    return alert == null ? Stream.of(mark) : Stream.of(mark, alert.mark());
  }

  /**
   * Its one alert, open.
   *
   * @param words {@code Page open}, {@code Page frozen}
   * @param told before the instant since when it is open: {@code Page frozen, open since}
   */
  public record Alert(Mark mark, String words, String told, Moment since) {}

  /**
   * What is left of the period's budget.
   *
   * @param left for the bar, 0 to 100
   * @param words signed: more can be spent than there was
   */
  public record Budget(double left, String words) {}

  /**
   * Two windows by which it calls.
   *
   * @param what {@code Page: 2 % of the budget in 1 hour}
   * @param limit how many times as fast as it may the budget must burn in both
   */
  public record Call(String what, String limit, Burn longWindow, Burn shortWindow) {}

  /**
   * How fast the budget burns over a window.
   *
   * @param times {@code 20.1}, or {@code no events}
   * @param above whether that is above the limit
   */
  public record Burn(String window, String times, boolean above) {}
}
