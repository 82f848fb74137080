package dev.muster.core.gate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands at one instant, and why.
 *
 * @param expires until when the proof holds, or when it ran out; for a contradiction that ends by
 *     itself, when; absent: no instant is known
 * @param evidence the event that decides, absent when none was seen
 * @param part the dataset or target it is about, absent when about none
 */
public record Finding(
    Status status,
    Reason reason,
    @Nullable Instant expires,
    @Nullable Evidence evidence,
    @Nullable String part) {

  private static final Set<Reason.Code> SEEN =
      Set.of(
          Reason.Code.SEEN_ELSEWHERE,
          Reason.Code.PERSONS_WORD_ONLY,
          Reason.Code.FIGURES_SAY_SO,
          Reason.Code.FIGURES_SAY_NOT,
          Reason.Code.FIGURES_TOO_OLD);

  /** Worst first; of equals the one that ends first, then one that an event speaks for. */
  static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::status)
          .thenComparing(Finding::end)
          .thenComparing(finding -> finding.evidence() == null)
          .thenComparing(finding -> finding.part() == null ? "" : finding.part());

  /** That no event decides. */
  static Finding without(Status status, Reason reason) {
    return new Finding(status, reason, null, null, null);
  }

  /** As it is, and the reason says what of. */
  Finding of(String what) {
    Reason named = reason.with("what", what);
    return new Finding(
        status, part == null ? named : named.with("part", part), expires, evidence, part);
  }

  /** Whether anything of the kind was ever seen. */
  public boolean seen() {
    return evidence != null || SEEN.contains(reason.code());
  }

  /** Whose word it is. */
  public Proof proof() {
    if (evidence instanceof ScanEvidence scan) {
      return scan.proof();
    }
    return evidence == null ? Proof.UNKNOWN : Proof.MACHINE;
  }

  /** As it is, with another end. */
  Finding until(Optional<Instant> end) {
    Instant known = end.filter(instant -> !instant.equals(Instant.MAX)).orElse(null);
    return new Finding(status, reason, known, evidence, part);
  }

  /** When it ends, the end of all times when never. */
  Instant end() {
    return expires == null ? Instant.MAX : expires;
  }

  /** The worst of those that apply; {@code none} where none does. */
  static Finding worst(List<Finding> findings, Finding none) {
    Finding worst = null;
    for (Finding finding : findings) {
      if (finding.status() != Status.NOT_APPLICABLE
          && (worst == null || WORST_FIRST.compare(finding, worst) < 0)) {
        worst = finding;
      }
    }
    return worst == null ? none : worst;
  }
}
