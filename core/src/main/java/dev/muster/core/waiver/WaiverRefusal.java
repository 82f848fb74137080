package dev.muster.core.waiver;

/**
 * Why a step has no effect.
 *
 * @param field of the step, as the record names it
 * @param expected what was needed
 * @param got what came
 */
public record WaiverRefusal(String field, String expected, String got) {

  @Override
  public String toString() {
    return "%s: need %s, got %s".formatted(field, expected, got);
  }
}
