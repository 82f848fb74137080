package dev.muster.core.catalogue.yaml;

import static dev.muster.core.catalogue.yaml.Shape.anyOf;
import static dev.muster.core.catalogue.yaml.Shape.anything;
import static dev.muster.core.catalogue.yaml.Shape.between;
import static dev.muster.core.catalogue.yaml.Shape.flag;
import static dev.muster.core.catalogue.yaml.Shape.listOf;
import static dev.muster.core.catalogue.yaml.Shape.mapOf;
import static dev.muster.core.catalogue.yaml.Shape.mapping;
import static dev.muster.core.catalogue.yaml.Shape.matching;
import static dev.muster.core.catalogue.yaml.Shape.number;
import static dev.muster.core.catalogue.yaml.Shape.share;
import static dev.muster.core.catalogue.yaml.Shape.someOf;
import static dev.muster.core.catalogue.yaml.Shape.text;
import static dev.muster.core.catalogue.yaml.Shape.wholeNumber;
import static dev.muster.core.catalogue.yaml.Shape.words;

import java.util.List;
import java.util.Map;

/** What can stand in OpenSLO's documents, as far as Muster judges it. */
final class SloShapes {
  private static final String SHORTHAND = "^[1-9]\\d{0,5}[mhdw]$";

  private SloShapes() {}

  /** Of all its kinds; Muster's annotations have a place on an SLO only. */
  static void metadata(Shape.Mapping metadata, boolean slo) {
    Shape.Mapping annotations = mapping();
    if (slo) {
      for (Map.Entry<String, String> one : SloAnnotations.ALL.entrySet()) {
        annotations.may(one.getKey(), annotation(one.getKey()).says(one.getValue()));
      }
    }
    metadata
        .may("displayName", text())
        .may("labels", mapOf(someOf(text())))
        .may("annotations", annotations.openExcept(SloAnnotations.PREFIX));
  }

  private static Shape annotation(String name) {
    return switch (name) {
      case SloAnnotations.MIN_FAILURES -> wholeNumber(1);
      case SloAnnotations.SAMPLE_INTERVAL -> matching(SHORTHAND);
      default -> text();
    };
  }

  static Shape slo() {
    return mapping()
        .must("service", text().says("A Service of muster/v1."))
        .may("description", text())
        .may("indicator", inline())
        .may("indicatorRef", text().says("An SLI."))
        .may("timeWindow", listOf(window()))
        .may("budgetingMethod", words(SloReader.METHODS).says("RatioTimeslices is not judged yet."))
        .must("objectives", listOf(objective()))
        .may("alertPolicies", listOf(anything()).says("Not used; tiers stand in annotations."))
        .only();
  }

  private static Shape window() {
    return mapping()
        .must("duration", matching(SHORTHAND).says("7 to 40 days: 30d, 4w."))
        .may("isRolling", flag())
        .may("calendar", anything().says("Not judged yet."))
        .only();
  }

  private static Shape objective() {
    return mapping()
        .may("displayName", text().says("Of several, what its own name is made of."))
        .may("op", text())
        .may("value", number(0))
        .may("target", between(0, 1).says("The share that is to be good, such as 0.999."))
        .may("targetPercent", between(0, 100))
        .may("timeSliceTarget", share())
        .may("timeSliceWindow", anyOf(matching(SHORTHAND), number(1)))
        .may("indicator", inline())
        .may("indicatorRef", text())
        .may("compositeWeight", number(0).says("Not judged yet."))
        .only();
  }

  private static Shape inline() {
    return mapping()
        .may("apiVersion", text())
        .may("kind", text())
        .may("metadata", anything())
        .must("spec", sli())
        .only();
  }

  static Shape sli() {
    Shape metric = mapping().must("metricSource", source()).only();
    return mapping()
        .may("description", text())
        .may("thresholdMetric", anything().says("Not judged yet; count good and total."))
        .may(
            "ratioMetric",
            mapping()
                .may("counter", flag().says("Whether the queries count up for ever."))
                .may("good", metric)
                .may("bad", metric)
                .may("total", metric)
                .may("raw", metric)
                .may("rawType", words(List.of("success", "failure")))
                .only())
        .only();
  }

  private static Shape source() {
    return mapping()
        .may("metricSourceRef", text().says("A DataSource."))
        .may("type", text().says("Such as Prometheus; without one, the DataSource's."))
        .must("spec", anything())
        .only();
  }

  static Shape dataSource() {
    return mapping()
        .may("description", text())
        .must("type", text())
        .may("connectionDetails", anything().says("Not used."))
        .only();
  }
}
