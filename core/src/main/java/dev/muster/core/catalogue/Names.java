package dev.muster.core.catalogue;

import java.util.regex.Pattern;

/** The rules for ids. */
public final class Names {
  private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?");

  private Names() {}

  /**
   * Lower-case letters, digits, dot, underscore and hyphen; 1 to 100; begins and ends with a letter
   * or digit.
   */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** For schemas: what {@link #isId} asks. */
  public static String idPattern() {
    return "^" + ID.pattern() + "$";
  }

  static void requireId(String what, String text) {
    if (!isId(text)) {
      throw new IllegalArgumentException(
          "need a " + what + " id of a-z, 0-9, '.', '_' and '-', got \"" + text + '"');
    }
  }

  /**
   * Whether {@code name} is {@code pattern}, or begins with what stands before its trailing star.
   */
  public static boolean matches(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }
}
