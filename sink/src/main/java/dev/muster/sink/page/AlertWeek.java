package dev.muster.sink.page;

/**
 * A service's alerts in its last closed week.
 *
 * @param week {@code 16 to 22 Nov}
 * @param name {@code 2026-W47}
 * @param open proposals that nobody answered yet
 */
public record AlertWeek(
    String week, String name, long fired, long pages, Answers answers, long open) {

  /**
   * Whether somebody did something; they add up to what fired, and none is shown without the
   * others.
   */
  public record Answers(long actedOn, long knownInaction, long unknown) {}
}
