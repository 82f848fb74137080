package dev.muster.sink.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asking for a waiver of one gate.
 *
 * @param beneath where the gate stands, absent where nobody judged it
 * @param costs what the standard says a missing proof costs
 * @param answers who may approve it, in a sentence
 * @param first the first day it may end, {@code 2026-11-22}
 * @param last the last day it may end
 * @param refusal why the last try was not taken, absent at the first
 * @param mistakes what was wrong with it, in sentences
 */
public record WaiverForm(
    Frame frame,
    String service,
    String standard,
    String gate,
    WaiversPage.@Nullable Beneath beneath,
    String costs,
    String answers,
    Typed typed,
    String first,
    String last,
    @Nullable String refusal,
    List<String> mistakes) {

  /** What stands in the fields; empty at first. */
  public record Typed(String reason, String risk, String compensatingAction, String expires) {}
}
