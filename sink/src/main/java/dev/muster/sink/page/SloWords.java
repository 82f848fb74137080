package dev.muster.sink.page;

import dev.muster.schemas.judgement.BurnTier;
import dev.muster.schemas.judgement.SloHealth;
import dev.muster.schemas.judgement.SloScore;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words and signs for SLOs. Only a target that is met is ever green. */
final class SloWords {
  private SloWords() {}

  static String of(SloHealth health) {
    return switch (health) {
      case MEETING -> "Met";
      case AT_RISK -> "At risk";
      case SPENT -> "Budget spent";
      case NO_TRAFFIC -> "No traffic";
      case NO_DATA -> "No data";
      case UNKNOWN -> "Cannot judge";
    };
  }

  static Mark mark(SloHealth health) {
    return switch (health) {
      case MEETING -> Mark.PROVEN;
      case AT_RISK -> Mark.SOON;
      case SPENT -> Mark.FAILED;
      case NO_TRAFFIC -> Mark.UNSEEN;
      case NO_DATA, UNKNOWN -> Mark.UNSURE;
    };
  }

  static String of(SloScore score) {
    return isNeverSampled(score) ? "Never sampled" : of(score.getHealth());
  }

  static Mark mark(SloScore score) {
    return isNeverSampled(score) ? Mark.UNSEEN : mark(score.getHealth());
  }

  private static boolean isNeverSampled(SloScore score) {
    return score.getReason().equals("NEVER_SAMPLED");
  }

  static Mark mark(BurnTier tier) {
    return switch (tier) {
      case PAGE -> Mark.FAILED;
      case TICKET -> Mark.OLD;
      case UNKNOWN -> Mark.UNSURE;
    };
  }

  static String of(BurnTier tier) {
    return switch (tier) {
      case PAGE -> "Page";
      case TICKET -> "Ticket";
      case UNKNOWN -> "Alert";
    };
  }

  /** {@code Page open}, {@code Ticket frozen}; absent while no alert is open. */
  static @Nullable String alert(SloScore score) {
    BurnTier tier = score.getAlert();
    return tier == null ? null : of(tier) + (isFrozen(score) ? " frozen" : " open");
  }

  /** Whether the alert was open when samples ended. */
  static boolean isFrozen(SloScore score) {
    return score.getAlert() != null && score.getReason().equals("FROZEN");
  }

  /** The worse, the less. */
  static int rank(Mark mark) {
    return switch (mark) {
      case FAILED -> 0;
      case UNSURE -> 1;
      case OLD -> 2;
      case SOON -> 3;
      case PROVEN -> 5;
      default -> 4;
    };
  }

  /** Of a health as a change names it. */
  static Optional<SloHealth> health(@Nullable String word) {
    return Arrays.stream(SloHealth.values()).filter(one -> one.name().equals(word)).findFirst();
  }

  /** Of a tier as a change names it. */
  static Optional<BurnTier> tier(@Nullable String word) {
    return Arrays.stream(BurnTier.values()).filter(one -> one.name().equals(word)).findFirst();
  }
}
