package dev.muster.core.alert.noise;

import dev.muster.core.alert.Severity;
import dev.muster.core.gate.Origin;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one week of one rule was.
 *
 * @param rotation that was told when it last fired in the week; absent: nobody is on call
 * @param protectedRule whether it is never proposed for removal
 * @param tally what the verdict was made from
 * @param known of its occurrences, what deployments and budgets said
 * @param newest the newest event in it; absent: there is none
 */
public record RuleWeek(
    String rule,
    @Nullable String rotation,
    Severity severity,
    NoiseFigures figures,
    Set<NoiseFlag> flags,
    Verdict verdict,
    boolean protectedRule,
    Tally tally,
    List<Known> known,
    @Nullable Origin newest) {

  /**
   * What was found of an occurrence once and may not be asked again: it outlives deployments and
   * budgets.
   *
   * @param begin of the occurrence
   * @param confirmedBy whose budgets confirmed it, the service's as {@link Witnesses#OWN}
   * @param mended whether a deployment says that it was acted on
   * @param afterDeploy whether it began just after one
   */
  public record Known(Instant begin, Set<String> confirmedBy, boolean mended, boolean afterDeploy) {
    public Known {
      confirmedBy = Set.copyOf(confirmedBy);
    }

    /** Whether any did. */
    public boolean confirmed() {
      return !confirmedBy.isEmpty();
    }
  }

  public RuleWeek {
    flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
    known = List.copyOf(known);
  }

  /** Whether it says to readers what another says; its evidence may be newer. */
  public boolean saysAs(RuleWeek other) {
    return rule.equals(other.rule)
        && Objects.equals(rotation, other.rotation)
        && severity == other.severity
        && figures.equals(other.figures)
        && flags.equals(other.flags)
        && verdict.equals(other.verdict)
        && protectedRule == other.protectedRule;
  }
}
