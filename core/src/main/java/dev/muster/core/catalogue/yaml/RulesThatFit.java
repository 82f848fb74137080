package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Fit;
import dev.muster.core.slo.Slo;
import dev.muster.core.slo.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which tiers an SLO has: a built-in one that cannot mean anything is left out, others refused. */
final class RulesThatFit {
  private static final Comparator<BurnRule> MOST_URGENT_FIRST =
      Comparator.comparing(BurnRule::tier).thenComparing(BurnRule::longWindow);

  private final Slo slo;
  private final SloAnnotations annotations;
  private final List<String> left = new ArrayList<>();

  /**
   * @param slo without its rules
   */
  RulesThatFit(Slo slo, SloAnnotations annotations) {
    this.slo = slo;
    this.annotations = annotations;
  }

  List<BurnRule> find(Findings findings) {
    List<BurnRule> rules = new ArrayList<>();
    for (TierText.Tiered tiered : annotations.tiers().orElse(List.of())) {
      if (fit(tiered.rule()) == Fit.FITS) {
        rules.add(tiered.rule());
      } else {
        findings.mistake(
            tiered.place(),
            "metadata.annotations." + SloAnnotations.TIERS,
            "a tier that can hold and says something",
            tiered.rule().toString(),
            why(tiered.rule()));
      }
    }
    if (annotations.tiers().isEmpty()) {
      for (BurnRule rule : BurnRule.BUILT_IN) {
        if (!annotations.isOff(rule)) {
          if (fit(rule) == Fit.FITS) {
            rules.add(rule);
          } else {
            left.add("no tier " + rule + ", " + why(rule));
          }
        }
      }
    }
    return rules.stream()
        .map(rule -> rule.shadow(annotations.isShadow(rule)))
        .sorted(MOST_URGENT_FIRST)
        .toList();
  }

  /** What was left out, and why. */
  List<String> left() {
    return left;
  }

  private Fit fit(BurnRule rule) {
    return rule.fit(slo.period(), slo.allowed(), slo.budgeting());
  }

  private String why(BurnRule rule) {
    return switch (fit(rule)) {
      case BUDGET_NEUTRAL ->
          "its factor of %s is below 1, which leaves budget after %s"
              .formatted(rule.factor(slo.period()), Written.span(slo.period()));
      case UNREACHABLE ->
          "its factor of %s times %s is %s, and no share of bad events is above 1"
              .formatted(rule.factor(slo.period()), slo.allowed(), slo.threshold(rule));
      case TOO_LONG ->
          "%s is longer than the period of %s"
              .formatted(Written.span(rule.longWindow()), Written.span(slo.period()));
      case TOO_SHORT ->
          "%s is shorter than a slice of its budget".formatted(Written.span(rule.shortWindow()));
      case FITS -> "";
    };
  }
}
