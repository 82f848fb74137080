package dev.muster.sink.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All waivers.
 *
 * @param waiting for an answer, those this reader may answer first
 * @param open approved and not over, ending soonest first
 * @param over ended, rejected or taken back, newest first
 */
public record WaiversPage(Frame frame, List<Line> waiting, List<Line> open, List<Line> over) {

  /** Whether there is none at all. */
  public boolean empty() {
    return waiting.isEmpty() && open.isEmpty() && over.isEmpty();
  }

  /**
   * One waiver.
   *
   * @param anchor unique on the page
   * @param path where it is answered, before {@code /approve}
   * @param words where it stands: {@code Waived until 14 Jan, 9 days left}
   * @param instead what is done instead
   * @param decision who said what when, absent while nobody did
   * @param beneath the gate as it is without the waiver, absent where nobody judged it
   * @param advice what to know before answering, absent for nothing
   */
  public record Line(
      String anchor,
      String path,
      String service,
      String standard,
      String gate,
      Mark mark,
      String words,
      String reason,
      String risk,
      String instead,
      String asker,
      Moment asked,
      Moment until,
      @Nullable String decision,
      @Nullable Beneath beneath,
      @Nullable String advice,
      boolean mayAnswer,
      boolean mayTakeBack) {

    /** The gate's place on its service's page. */
    public String gateHref() {
      return "/services/" + service + '#' + standard + '.' + gate;
    }
  }

  /** A gate by its evidence alone. */
  public record Beneath(Mark mark, String words, String reason) {}
}
