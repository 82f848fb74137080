package dev.muster.runtime.auth;

import java.util.List;

/**
 * Names that a machine may speak for.
 *
 * @param patterns a name, or the beginning of names followed by {@code *}
 */
public record Scope(List<String> patterns) {
  public Scope {
    patterns = List.copyOf(patterns);
    for (String pattern : patterns) {
      if (pattern.isBlank() || pattern.substring(0, pattern.length() - 1).contains("*")) {
        throw new IllegalArgumentException(
            "need a name, or a beginning followed by one *, got \"" + pattern + '"');
      }
    }
  }

  public boolean allows(String name) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.endsWith("*")
                    ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                    : name.equals(pattern));
  }
}
