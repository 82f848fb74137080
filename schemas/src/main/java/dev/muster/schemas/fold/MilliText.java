package dev.muster.schemas.fold;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants as {@link Instant#toString} writes those to the millisecond. The reader of the
 * platform takes any form of them, and longer for it than all else of folding.
 */
final class MilliText {
  private static final String SECONDS = "0000-00-00T00:00:00Z";
  private static final String MILLIS = "0000-00-00T00:00:00.000Z";

  private MilliText() {}

  /** Absent where the text is of another form, or no instant. */
  static @Nullable Instant instant(@Nullable String text) {
    if (text == null || !(isLike(text, SECONDS) || isLike(text, MILLIS))) {
      return null;
    }
    int milli = text.length() == MILLIS.length() ? number(text, 20, 23) : 0;
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59 || text.endsWith(".000Z")) {
      return null;
    }
    try {
      LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      long seconds = ((day.toEpochDay() * 24 + hour) * 60 + minute) * 60 + second;
      return Instant.ofEpochMilli(seconds * 1_000 + milli);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isLike(String text, String form) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char is = text.charAt(i);
      if (form.charAt(i) == '0' ? is < '0' || is > '9' : is != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
