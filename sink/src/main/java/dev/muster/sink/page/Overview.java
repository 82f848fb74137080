package dev.muster.sink.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All services against all standards, worst first.
 *
 * @param endings what ends soon and only a person renews, soonest first
 */
public record Overview(
    Frame frame,
    Totals totals,
    List<Choice> choices,
    List<Column> columns,
    List<Row> rows,
    List<Ending> endings,
    List<Gap> gaps) {

  /** As many of the endings as are shown. */
  public static final int ENDINGS = 20;

  /**
   * The whole in one line, over what the filter left.
   *
   * @param all services in the catalogue before filtering
   * @param pages SLOs for which a page is open
   * @param tickets SLOs for which a ticket is open
   * @param notConnected nothing was ever seen of them, or nobody judged them yet
   * @param notBound held to no standard, or to none that binds yet
   * @param gates gates that apply to the services shown
   * @param gatesSeen those of them for which evidence of any kind was ever seen
   */
  public record Totals(
      int all,
      int shown,
      int pages,
      int tickets,
      int ready,
      int notReady,
      int notConnected,
      int notBound,
      int gates,
      int gatesSeen) {
    /** Coverage in whole percents, rounded down, so that 100 means all. */
    public int coverage() {
      return gates == 0 ? 0 : (int) (100L * gatesSeen / gates);
    }
  }

  /** One filter: its name in the address, and what can be chosen. */
  public record Choice(String name, String label, List<Option> options) {
    /** Whether anything but "all" is chosen. */
    public boolean active() {
      return options.stream().anyMatch(option -> option.chosen() && !option.value().isEmpty());
    }
  }

  /** One value of a filter; an empty value means all. */
  public record Option(String value, String label, boolean chosen) {}

  /** A standard over the matrix. */
  public record Column(String id, String title, int ready, int of) {}

  /**
   * One service.
   *
   * @param flags SLOs that somebody should look at, most urgent first
   * @param toFix gates of binding standards that somebody has to do something about
   * @param next the next proof to run out, absent when none has an end
   */
  public record Row(
      String service,
      String owner,
      @Nullable String system,
      int tier,
      boolean planned,
      List<SloFlag> flags,
      List<@Nullable Cell> cells,
      int toFix,
      @Nullable NextEnd next) {}

  /** The next proof that runs out. */
  public record NextEnd(String standard, String gate, Moment at) {}

  /**
   * A service held to a standard; an absent cell means it is not.
   *
   * @param score {@code 4 of 7}; empty when nothing was judged yet
   * @param note level, waivers, the first binding day; absent for none
   * @param told everything in one sentence, for those who do not see the strip
   */
  public record Cell(
      String standard,
      Mark mark,
      String verdict,
      String score,
      @Nullable String note,
      List<Pip> strip,
      String told) {}

  /** One gate in a strip. */
  public record Pip(String gate, Mark mark) {}

  /** A gate that many services do not pass. */
  public record Gap(String standard, String gate, int services, int of, String risk) {}
}
