package dev.muster.core.scorecard;

import dev.muster.core.gate.Reason;
import java.util.Map;

/** What other judgements say, in a clause. */
final class FigureSentences {
  private final Map<String, String> values;

  FigureSentences(Map<String, String> values) {
    this.values = values;
  }

  String clause(Reason.Code code) {
    return switch (values.getOrDefault("question", "")) {
      case "PagesAnswered" -> pages(code);
      case "ProposalsAnswered" ->
          code == Reason.Code.FIGURES_SAY_NOT
              ? "A proposal of the weekly review has waited too long for an answer"
              : "No proposal of the weekly review has waited too long for an answer";
      case "PagesPerWeek" ->
          code == Reason.Code.FIGURES_LACK
              ? "Of the last %s whole weeks of the rotation, %s are known"
                  .formatted(value("of"), value("weeks"))
              : "The rotation had %s pages a week over its last %s weeks"
                  .formatted(value("mean"), value("of"));
      case "SloMeasured" -> slo(code, "No SLO of the kind asked for is measured");
      case "EverySloPages" ->
          code == Reason.Code.FIGURES_SAY_NOT
              ? "SLO %s pages nobody when its budget burns".formatted(value("slo"))
              : slo(code, "The service has no SLO");
      default ->
          code == Reason.Code.FIGURES_LACK
              ? "The rotation has never closed a weekly review"
              : "The rotation closed a weekly review";
    };
  }

  private String pages(Reason.Code code) {
    if (code == Reason.Code.FIGURES_LACK) {
      return "No page was acknowledged by a person yet; try one with a page drill";
    }
    return "A person acknowledged %s of the %s pages that stayed open"
        .formatted(value("answered"), value("of"));
  }

  private String slo(Reason.Code code, String none) {
    String slo = value("slo");
    if (slo.isEmpty()) {
      return none;
    }
    return switch (code) {
      case FIGURES_LACK -> "SLO " + slo + " never had a sample";
      case FIGURES_TOO_OLD -> "SLO " + slo + " has no samples any more";
      case FIGURES_SAY_NOT -> "SLO " + slo + " has a target of only " + value("target");
      default -> "SLO " + slo + " is measured";
    };
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }
}
