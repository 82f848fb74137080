package dev.muster.sink.page;

import java.util.List;

/**
 * Is it ready on its launch day? Asked from four weeks before.
 *
 * @param day {@code 15 Jan}
 * @param left {@code in 12 days}, {@code today}
 * @param lines one for each standard
 */
public record LaunchDay(String day, String left, List<Line> lines) {

  /**
   * By one standard.
   *
   * @param words {@code Not ready}
   * @param open gates that are not proven today either
   * @param runsOut gates that hold today and not then
   */
  public record Line(
      String standard, String title, Mark mark, String words, int open, List<RunsOut> runsOut) {}

  /**
   * A gate that holds today and not on that day.
   *
   * @param href its place on the page
   */
  public record RunsOut(String gate, String href, String sentence) {}
}
