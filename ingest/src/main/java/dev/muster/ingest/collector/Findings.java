package dev.muster.ingest.collector;

import dev.muster.schemas.fact.ScanOutcome;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a scan found, as counts: of the tool's own words, and of one scale for all tools. */
final class Findings {
  /** Where a tool does not tell what can be mended, all of it is taken to be. */
  static final boolean NOBODY_SAYS = true;

  private static final String UNREADABLE = "unreadable";

  private final Map<String, Long> words = new TreeMap<>();
  private final Map<Grade, Long> grades = new EnumMap<>(Grade.class);
  private long criticalFixable;
  private long unreadable;

  /**
   * One finding, in the tool's word for it; a word that no tool is known to say is not kept.
   *
   * @param fixable whether a mended version exists, as far as the tool knows
   */
  void add(String word, boolean fixable) {
    add(word, Grade.ofWord(word), fixable);
  }

  /** One finding whose grade is told by something else than its word. */
  void add(String word, Optional<Grade> grade, boolean fixable) {
    if (grade.isEmpty()) {
      unreadable++;
      words.merge(UNREADABLE, 1L, Long::sum);
      return;
    }
    String known = Grade.ofWord(word).isPresent() ? word : grade.get().word();
    words.merge(known.toLowerCase(Locale.ROOT), 1L, Long::sum);
    grades.merge(grade.get(), 1L, Long::sum);
    if (grade.get() == Grade.CRITICAL && fixable) {
      criticalFixable++;
    }
  }

  long of(Grade grade) {
    return grades.getOrDefault(grade, 0L);
  }

  long all() {
    return grades.values().stream().mapToLong(Long::longValue).sum() + unreadable;
  }

  /**
   * FAILED by what the built-in standards bound of each check: any secret, a critical hole that is
   * mended elsewhere, else a critical or high finding. What cannot be graded may be the worst.
   */
  ScanOutcome outcome(String check) {
    boolean fails =
        switch (check) {
          case "secret-scan" -> all() > 0;
          case "dependency-scan", "image-scan" -> criticalFixable > 0;
          default -> of(Grade.CRITICAL) + of(Grade.HIGH) > 0;
        };
    if (fails) {
      return ScanOutcome.FAILED;
    }
    return unreadable > 0 ? ScanOutcome.INCONCLUSIVE : ScanOutcome.PASSED;
  }

  /** As values that gates read, and as the tool's words. */
  void tell(ScanFact fact) {
    for (Grade grade : Grade.values()) {
      fact.value(grade.word(), of(grade));
    }
    fact.value("criticalFixable", criticalFixable);
    words.forEach(fact::finding);
    if (unreadable > 0) {
      fact.whyNothing("Some findings bear no severity that can be read: they may be the worst.");
    }
  }
}
