package dev.muster.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is reported, after doubts: never more than the exit code and the claim allow.
 *
 * @param claim as it may honestly be made
 * @param reasons why it is less than was claimed; empty where it is not
 */
record Verdict(Claim claim, Outcome outcome, List<String> reasons) {

  Verdict {
    reasons = List.copyOf(reasons);
  }

  static Verdict of(Claim claim, Outcome outcome, List<Doubt> doubts) {
    Verdict verdict = new Verdict(claim, outcome, List.of());
    for (Doubt doubt : doubts) {
      verdict = verdict.under(doubt);
    }
    return verdict;
  }

  /** {@code PASSED, FULL, verified by CHECKSUM}: outcome, what was claimed, and why it is less. */
  String said() {
    String what = outcome.name();
    if (claim instanceof Claim.Backup backup) {
      what +=
          backup.scope().map(scope -> ", " + scope).orElse("")
              + ", verified by "
              + backup.verifiedBy();
    }
    return what + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")");
  }

  private Verdict under(Doubt doubt) {
    if (doubt instanceof Doubt.ProvesNothing) {
      boolean broke = outcome == Outcome.ERROR;
      return broke ? this : with(claim, Outcome.INCONCLUSIVE, doubt);
    }
    if (doubt instanceof Doubt.LeftOut) {
      return outcome == Outcome.PASSED ? with(claim, Outcome.PARTIAL, doubt) : this;
    }
    if (doubt instanceof Doubt.SaidBroken) {
      return outcome == Outcome.PASSED ? with(claim, Outcome.FAILED, doubt) : this;
    }
    if (!(claim instanceof Claim.Backup backup)) {
      return this;
    }
    if (doubt instanceof Doubt.OnlyPart && backup.scope().equals(Optional.of(Claim.Scope.FULL))) {
      return with(backup.onlyPart(), outcome, doubt);
    }
    if (doubt instanceof Doubt.Unverified && backup.verifiedBy() == Claim.Verification.CHECKSUM) {
      return with(backup.unverified(), outcome, doubt);
    }
    return this;
  }

  private Verdict with(Claim lower, Outcome less, Doubt doubt) {
    List<String> all = new ArrayList<>(reasons);
    if (!all.contains(doubt.reason())) {
      all.add(doubt.reason());
    }
    return new Verdict(lower, less, all);
  }
}
