package dev.muster.core.alert;

import org.jspecify.annotations.Nullable;

/** The lesser and the greater of what may be absent: in whichever order it comes. */
final class Extreme {
  private Extreme() {}

  static <T extends Comparable<T>> @Nullable T least(@Nullable T one, @Nullable T other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  static <T extends Comparable<T>> @Nullable T greatest(@Nullable T one, @Nullable T other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }
}
