package dev.muster.sink.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something could not be shown.
 *
 * @param suggestions service ids that come close
 * @param command what to type next, absent for none
 * @param way where to go from here, absent for the start page
 */
public record MessagePage(
    Frame frame,
    String heading,
    String sentence,
    List<String> suggestions,
    @Nullable String command,
    @Nullable Way way) {

  /** Leads to the start page. */
  public MessagePage(
      Frame frame,
      String heading,
      String sentence,
      List<String> suggestions,
      @Nullable String command) {
    this(frame, heading, sentence, suggestions, command, null);
  }

  /** A link. */
  public record Way(String href, String text) {}
}
