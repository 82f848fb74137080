package dev.muster.sink.page;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param title of the page, without the product's name
 * @param asOf up to when the view is complete
 * @param staleSince {@code 14:02:10 UTC}, absent while the view follows the log
 * @param demo whether all that is shown was invented
 * @param viewer who is logged in, absent on the login page
 * @param stream address of the live events, absent where nothing changes by itself
 * @param waiting waivers that wait for this person's answer
 */
public record Frame(
    String title,
    Moment asOf,
    @Nullable String staleSince,
    boolean demo,
    @Nullable String viewer,
    @Nullable String stream,
    int waiting) {

  /** Of a page for which nobody looked what waits. */
  public Frame(
      String title,
      Moment asOf,
      @Nullable String staleSince,
      boolean demo,
      @Nullable String viewer,
      @Nullable String stream) {
    this(title, asOf, staleSince, demo, viewer, stream, 0);
  }
}
