package dev.muster.core.gate;

import dev.muster.core.gate.Waivers.Waived;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a gate stands.
 *
 * @param finding the worst of what is asked of it, by evidence alone
 * @param waived the waiver in force, absent when none is or the gate does not apply
 * @param since when it began to stand so without interruption, by evidence and by waiver
 * @param spoken the instant that caused it: a received time or a deadline
 * @param mark to be remembered
 */
public record GateStanding(
    GateId id,
    Finding finding,
    @Nullable Waived waived,
    Instant since,
    Instant spoken,
    List<EntryStanding> entries,
    GateMark mark) {
  public GateStanding {
    entries = List.copyOf(entries);
  }

  /** Its status by evidence alone. */
  public Status raw() {
    return finding.status();
  }

  /** Its status with what somebody answers for: WAIVED over all that the evidence says. */
  public Status effective() {
    return waived == null ? raw() : Status.WAIVED;
  }

  /** Where it stands for those who ask for another level, by evidence alone. */
  public Status raw(int level) {
    return entries.stream()
        .filter(entry -> entry.level() <= level)
        .map(EntryStanding::status)
        .min(Status::compareTo)
        .orElse(Status.NOT_APPLICABLE);
  }

  /** Whether it holds, or any part of it, on a person's word. */
  public Proof proof() {
    Proof proof = Proof.UNKNOWN;
    for (EntryStanding entry : entries) {
      if (entry.asked() && entry.status().holds()) {
        for (Finding part : entry.parts()) {
          if (part.proof() == Proof.PERSON) {
            return Proof.PERSON;
          }
          proof = part.proof() == Proof.MACHINE ? Proof.MACHINE : proof;
        }
      }
    }
    return proof;
  }

  /** Whether any evidence of it was ever seen. */
  public boolean connected() {
    for (EntryStanding entry : entries) {
      for (Finding part : entry.parts()) {
        if (part.seen()) {
          return true;
        }
      }
    }
    return false;
  }
}
