package dev.muster.ingest.collector;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How serious a finding is, in one scale for all tools. */
enum Grade {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  /** A remark. */
  INFO,
  /** The tool itself says that it does not know. */
  UNKNOWN;

  /** Words of all tools; no two of them use one for different grades. */
  private static final Map<String, Grade> WORDS =
      Map.ofEntries(
          Map.entry("critical", CRITICAL),
          Map.entry("high", HIGH),
          Map.entry("error", HIGH),
          Map.entry("medium", MEDIUM),
          Map.entry("moderate", MEDIUM),
          Map.entry("warning", MEDIUM),
          Map.entry("low", LOW),
          Map.entry("note", LOW),
          Map.entry("negligible", LOW),
          Map.entry("info", INFO),
          Map.entry("informational", INFO),
          Map.entry("none", INFO),
          Map.entry("inventory", INFO),
          Map.entry("experiment", INFO),
          Map.entry("unknown", UNKNOWN));

  /** Bounds of CVSS 3.1, section 5. */
  private static final double CRITICAL_FROM = 9;

  private static final double HIGH_FROM = 7;
  private static final double MEDIUM_FROM = 4;
  private static final double MOST = 10;

  /** Empty when no tool is known to say so. */
  static Optional<Grade> ofWord(String word) {
    return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
  }

  /** Of a CVSS score; empty when it is none. */
  static Optional<Grade> ofScore(double score) {
    if (!(score >= 0 && score <= MOST)) {
      return Optional.empty();
    } else if (score >= CRITICAL_FROM) {
      return Optional.of(CRITICAL);
    } else if (score >= HIGH_FROM) {
      return Optional.of(HIGH);
    } else if (score >= MEDIUM_FROM) {
      return Optional.of(MEDIUM);
    }
    return Optional.of(score > 0 ? LOW : INFO);
  }

  /** In names of values. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
