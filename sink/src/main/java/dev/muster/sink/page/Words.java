package dev.muster.sink.page;

import dev.muster.core.catalogue.Standard;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.schemas.judgement.Verdict;
import dev.muster.sink.view.Overdue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says judgements in words.
 *
 * @param times of the page
 */
record Words(Times times) {

  /** {@code Proven until 14 Jan}, {@code Too old since 3 Nov}, … */
  String gate(GateScore gate) {
    if (Overdue.is(gate, times.now())) {
      return "Ran out, not judged since";
    }
    return switch (gate.getEffective()) {
      case PASS -> "Proven" + until(gate.getExpires());
      case EXPIRING -> "Proven" + (gate.getExpires() == null ? "" : ", " + left(gate));
      case STALE -> "Too old since " + times.day(gate.getSince());
      case WAIVED -> "Waived" + until(gate.getWaiverExpires());
      case FAIL, MISSING, CANNOT_JUDGE, NOT_APPLICABLE, UNKNOWN ->
          Marks.of(gate.getEffective(), gate.getReason()).word();
    };
  }

  private String left(GateScore gate) {
    Instant end = gate.getExpires();
    return end == null ? "" : times.left(end);
  }

  private String until(@Nullable Instant end) {
    return end == null ? "" : " until " + times.day(end);
  }

  /** {@code Not ready}; of a standard that does not bite yet, when it will. */
  String verdict(StandardScore score) {
    if (score.getUpcomingFrom() != null) {
      return "Not binding until " + times.day(score.getUpcomingFrom());
    } else if (Marks.of(score, times.now()) == Mark.UNSURE) {
      return "Cannot judge";
    }
    return verdict(score.getVerdict());
  }

  static String verdict(Verdict verdict) {
    return switch (verdict) {
      case READY -> "Ready";
      case READY_WITH_WAIVERS -> "Ready, with waivers";
      case NOT_READY -> "Not ready";
      case NOT_CONNECTED -> "Not connected";
      case UNKNOWN -> "Cannot judge";
    };
  }

  static String score(StandardScore score) {
    return score.getPassed() + " of " + score.getApply();
  }

  /**
   * What stands beside a score: {@code 1 waived}, {@code 2 on a person's word}, {@code level
   * first-release}.
   *
   * @param standard whose highest level needs no mention
   */
  List<String> notes(StandardScore score, Optional<Standard> standard) {
    List<String> notes = new ArrayList<>();
    if (score.getWaived() > 0) {
      notes.add(score.getWaived() + " waived");
    }
    if (score.getOnPersonsWord() > 0) {
      notes.add(score.getOnPersonsWord() + " on a person's word");
    }
    if (!standard.map(Standard::highestLevel).equals(Optional.of(score.getLevel()))) {
      notes.add("level " + score.getLevel());
    }
    if (score.getUpcomingFrom() != null) {
      notes.add("would be " + verdict(score.getVerdict()).toLowerCase(Locale.ROOT));
    }
    return notes;
  }

  /** The word of a status or verdict as a change names it. */
  static String plain(@Nullable String word) {
    if (word == null) {
      return "nothing";
    }
    for (GateStatus status : GateStatus.values()) {
      if (status.name().equals(word)) {
        return Marks.of(status, "").word();
      }
    }
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(word)) {
        return verdict(verdict);
      }
    }
    String lower = word.toLowerCase(Locale.ROOT).replace('_', ' ');
    return lower.isEmpty() ? word : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  static @Nullable Mark mark(@Nullable String word) {
    for (GateStatus status : GateStatus.values()) {
      if (status.name().equals(word)) {
        return Marks.of(status, "");
      }
    }
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(word)) {
        return Marks.of(verdict);
      }
    }
    return null;
  }
}
