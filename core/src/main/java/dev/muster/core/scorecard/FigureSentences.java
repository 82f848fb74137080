package dev.muster.core.scorecard;

import dev.muster.core.gate.Reason;
import java.time.Duration;
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
              ? weeks()
              : "The rotation had %s pages a week over its last %s weeks; at most %s are asked for"
                  .formatted(value("mean"), value("of"), value("atMost"));
      case "SloMeasured" -> slo(code, "No SLO of the kind asked for is measured");
      case "EverySloPages" ->
          code == Reason.Code.FIGURES_SAY_NOT
              ? "SLO %s pages nobody when its budget burns".formatted(value("slo"))
              : slo(code, "The service has no SLO");
      default ->
          code == Reason.Code.FIGURES_LACK
              ? "No weekly review of the service's rotation was closed yet"
              : "The rotation closed a weekly review";
    };
  }

  private String pages(Reason.Code code) {
    if (code == Reason.Code.FIGURES_LACK) {
      return "No page was acknowledged by a person yet; try one with a page drill";
    }
    String answered =
        "A person acknowledged %s of the %s pages that stayed open"
            .formatted(value("answered"), value("of"));
    if (value("longer").isEmpty()) {
      return answered;
    }
    String longer = Sentences.span(Duration.parse(value("longer")));
    return value("of").equals("0")
        ? "No page stayed open for more than %s, and a person acknowledged one in the %s before"
            .formatted(longer, Sentences.span(Duration.parse(value("over"))))
        : answered + " for more than %s; %s %% are asked for".formatted(longer, value("share"));
  }

  private String weeks() {
    return value("weeks").equals(value("of"))
        ? "Of the rotation's last weeks one is not known, or the last one known is too long ago"
        : "Of the last %s whole weeks of the rotation, %s are known"
            .formatted(value("of"), value("weeks"));
  }

  private String slo(Reason.Code code, String none) {
    String slo = value("slo");
    if (slo.isEmpty()) {
      return none;
    }
    return switch (code) {
      case FIGURES_LACK -> "SLO " + slo + " never had a sample";
      case FIGURES_TOO_OLD -> "SLO " + slo + " has no samples any more";
      case FIGURES_SAY_NOT ->
          "SLO %s has a target of only %s; at least %s is asked for"
              .formatted(slo, value("target"), value("least"));
      default -> "SLO " + slo + " is measured";
    };
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }
}
