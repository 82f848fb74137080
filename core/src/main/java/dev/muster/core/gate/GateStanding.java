package dev.muster.core.gate;

import java.time.Instant;
import java.util.List;

/**
 * Where a gate stands.
 *
 * @param finding the worst of what is asked of it, by evidence alone
 * @param effective with what somebody answers for; by evidence alone as long as there are no
 *     waivers
 * @param since when {@code effective} began without interruption
 * @param spoken the instant that caused it: a received time or a deadline
 * @param mark to be remembered
 */
public record GateStanding(
    GateId id,
    Finding finding,
    Status effective,
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
    return entries.stream().flatMap(entry -> entry.parts().stream()).anyMatch(Finding::seen);
  }
}
