package dev.muster.sink.page;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service: every gate of every standard, and why it stands where it stands.
 *
 * @param latest the last instant that may be looked back to, as a form's field has it, UTC
 * @param endings what ends soon and only a person renews
 * @param launch absent where no launch is near
 * @param week its alerts in the last closed week, absent where none was closed
 * @param deployCommand the shell line that reports a deploy
 */
public record ServicePage(
    Frame frame,
    String service,
    String latest,
    String owner,
    @Nullable String system,
    int tier,
    String lifecycle,
    List<String> traits,
    List<Ending> endings,
    @Nullable LaunchDay launch,
    List<SloLine> slos,
    List<Section> sections,
    @Nullable AlertWeek week,
    List<Change> changes,
    List<Deploy> deploys,
    String deployCommand,
    List<Figure> figures) {

  /**
   * One standard.
   *
   * @param score {@code 4 of 7}
   * @param facts short remarks: level, person's word, waivers
   * @param lines its gates in its own order, so that places stay where people look for them
   */
  public record Section(
      String id,
      String title,
      Mark mark,
      String verdict,
      String score,
      List<String> facts,
      List<GateLine> lines) {
    /** The gates that keep it from ready. */
    public List<GateLine> open() {
      return lines.stream().filter(line -> line.mark().open()).toList();
    }
  }

  /**
   * One gate.
   *
   * @param anchor unique on the page
   * @param words the status in words: {@code Proven until 14 Jan}
   * @param reason a sentence
   * @param waived absent without a waiver in force
   * @param standsOn a machine or a person's word, absent for nothing
   * @param evidence id of the event that decides, absent when none was seen
   * @param text of the standard, absent when it is not known here
   * @param next whether it is the one to do now, in a standard that is a sequence
   * @param entries what it asks for: those that do not pass, or all when it passes
   * @param act what can be done about it on another page, absent for nothing
   */
  public record GateLine(
      String anchor,
      String id,
      Mark mark,
      String words,
      String reason,
      @Nullable Waived waived,
      @Nullable Moment since,
      @Nullable Moment until,
      @Nullable String standsOn,
      @Nullable String evidence,
      @Nullable Text text,
      boolean next,
      List<EntryLine> entries,
      @Nullable Act act) {}

  /**
   * A waiver in force.
   *
   * @param by who approved it, absent where that is not known here
   * @param instead what is done instead, absent where that is not known here
   * @param beneath the gate as it is without the waiver
   * @param needless whether the gate passes by itself
   */
  public record Waived(
      @Nullable String by,
      String href,
      @Nullable String instead,
      WaiversPage.Beneath beneath,
      boolean needless) {}

  /** A link to what can be done. */
  public record Act(String text, String href) {}

  /** What a standard says about a gate, besides what it asks for. */
  public record Text(String risk, String remedy, String effort) {}

  /**
   * One thing a gate asks for.
   *
   * @param mark absent when it passes with its gate
   * @param reason a sentence; empty when its gate says the same
   * @param question in words; empty when it has none
   * @param command the shell lines that would prove it; empty when nothing can be typed
   */
  public record EntryLine(
      @Nullable Mark mark, String what, String reason, String question, String command) {}

  /**
   * One change.
   *
   * @param href its place on the page, absent when it has none
   */
  public record Change(
      Moment at,
      String what,
      @Nullable String standard,
      @Nullable String href,
      @Nullable Mark mark,
      String from,
      String to) {}

  /** One deploy. */
  public record Deploy(Moment at, String version, String environment, String outcome) {}

  /** A number with what it was made of, or why there is none. */
  public record Figure(String label, String value, String made) {}

  /** {@code 1 of 2 met, 1 alert open}. */
  public String met() {
    long met = slos.stream().filter(slo -> slo.mark() == Mark.PROVEN).count();
    long alerts = slos.stream().filter(slo -> slo.alert() != null).count();
    return met
        + " of "
        + slos.size()
        + " met"
        + (alerts == 0 ? "" : ", " + alerts + (alerts == 1 ? " alert open" : " alerts open"));
  }

  /** The sign of the worst of its SLOs and their alerts. */
  public Mark worstSlo() {
    return slos.stream()
        .flatMap(SloLine::marks)
        .min(Comparator.comparing(SloWords::rank))
        .orElse(Mark.ASIDE);
  }
}
