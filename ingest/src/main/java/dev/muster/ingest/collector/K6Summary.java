package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.ingest.fact.FieldErrors;
import java.util.OptionalDouble;

/**
 * The metrics of one k6 run, in either form: {@code --summary-export}, whose thresholds say true
 * when they FAILED, and {@code handleSummary}, whose thresholds say whether they are ok.
 */
final class K6Summary {
  private final JsonNode metrics;
  private int thresholds;
  private int failed;

  private K6Summary(JsonNode metrics) {
    this.metrics = metrics;
  }

  /** One without any metric when it is no summary, which is then among the errors. */
  static K6Summary of(JsonNode body, FieldErrors errors) {
    JsonNode metrics = body.path("metrics");
    if (!metrics.isObject()) {
      errors.add(
          "metrics",
          "an object, as k6 --summary-export or handleSummary writes",
          FieldErrors.kindOf(metrics));
      return new K6Summary(MissingNode.getInstance());
    }
    K6Summary summary = new K6Summary(metrics);
    metrics.forEach(metric -> summary.thresholds(metric, errors));
    return summary;
  }

  private void thresholds(JsonNode metric, FieldErrors errors) {
    JsonNode all = metric.path("thresholds");
    if (!metric.isObject() || !(all.isObject() || all.isMissingNode())) {
      errors.add(
          "metrics.*.thresholds",
          "an object",
          FieldErrors.kindOf(metric.isObject() ? all : metric));
      return;
    }
    for (JsonNode threshold : all) {
      JsonNode ok = threshold.path("ok");
      if (threshold.isBoolean()) {
        failed += threshold.asBoolean() ? 1 : 0;
      } else if (ok.isBoolean()) {
        failed += ok.asBoolean() ? 0 : 1;
      } else {
        errors.add(
            "metrics.*.thresholds.*",
            "true, false, or an object with ok",
            FieldErrors.kindOf(threshold));
      }
      thresholds++;
    }
  }

  int thresholds() {
    return thresholds;
  }

  int failed() {
    return failed;
  }

  /** Of a counter; 0 when it never counted. */
  double count(String metric) {
    return number(metric, "count").orElse(0);
  }

  /** Good requests in a second, over the whole run; empty where it does not say how many failed. */
  OptionalDouble goodPerSecond() {
    OptionalDouble rate = number("http_reqs", "rate");
    // "value" of the export is "rate" of handleSummary: the share of requests that failed.
    OptionalDouble value = number("http_req_failed", "value");
    OptionalDouble bad = value.isPresent() ? value : number("http_req_failed", "rate");
    return rate.isPresent() && bad.isPresent() && bad.getAsDouble() <= 1
        ? OptionalDouble.of(rate.getAsDouble() * (1 - bad.getAsDouble()))
        : OptionalDouble.empty();
  }

  OptionalDouble p95Millis() {
    return number("http_req_duration", "p(95)");
  }

  private OptionalDouble number(String metric, String figure) {
    JsonNode node = metrics.path(metric);
    JsonNode value = (node.has("values") ? node.path("values") : node).path(figure);
    return value.isNumber() && Double.isFinite(value.asDouble()) && value.asDouble() >= 0
        ? OptionalDouble.of(value.asDouble())
        : OptionalDouble.empty();
  }
}
