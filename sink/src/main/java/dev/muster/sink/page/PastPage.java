package dev.muster.sink.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service as it was.
 *
 * @param asked what stands in the form: {@code 2026-03-01T14:00:00}
 * @param latest the last instant that may be asked for, written alike
 * @param differs whether anything was corrected afterwards
 * @param definition hash of its catalogue entry then
 */
public record PastPage(
    Frame frame,
    String service,
    Moment at,
    String asked,
    String latest,
    boolean differs,
    String definition,
    Moment defined,
    List<Section> sections) {

  /**
   * One standard.
   *
   * @param hash of its text then
   * @param from the first day on which it was to bite, absent when it did
   * @param spoken as was said then; absent when nothing was corrected afterwards
   */
  public record Section(
      String id,
      String title,
      String level,
      String hash,
      @Nullable String from,
      Verdict known,
      @Nullable Verdict spoken,
      List<Line> lines) {}

  /** A verdict with its score in words. */
  public record Verdict(Mark mark, String word, String score) {}

  /**
   * One gate.
   *
   * @param spoken as was said then; absent when that is what is known now
   */
  public record Line(String gate, Stand known, @Nullable Stand spoken) {}

  /**
   * Where a gate stood.
   *
   * @param since absent when nothing was said
   * @param evidence source and id of the event that decided, absent for none
   */
  public record Stand(
      Mark mark,
      String word,
      String reason,
      @Nullable Moment since,
      @Nullable Moment spoken,
      @Nullable String evidence,
      @Nullable String waiver,
      @Nullable String standsOn) {}
}
