package dev.muster.core.catalogue.yaml;

import static dev.muster.core.catalogue.yaml.StandardDocuments.onlyTrue;

import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Indicator.Query;
import dev.muster.core.slo.Slo;
import dev.muster.core.slo.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SLOs within a service's document; nothing is left to defaults, which may change. */
final class SloDocuments {
  private static final String NUMBER = "a number";

  private SloDocuments() {}

  static CanonicalJson write(Slo slo) {
    return new CanonicalJson()
        .with("name", slo.name())
        .with("description", slo.description())
        .with("kind", slo.kind())
        .with("target", slo.target())
        .with("period", slo.period())
        .with("timeslices", timeslices(slo.budgeting()))
        .with("rules", slo.rules().stream().map(SloDocuments::rule).toList())
        .with("minFailures", slo.minFailures())
        .with("sampleInterval", slo.sampleInterval())
        .with("indicator", indicator(slo.indicator()));
  }

  static Optional<Slo> read(Fields fields) {
    int before = fields.findings().count();
    fields.require("name", "target", "period", "minFailures", "sampleInterval");
    String name = fields.id("name").orElse("");
    String description = fields.text("description").orElse(null);
    String kind = fields.text("kind").orElse(null);
    Optional<BigDecimal> target = fields.value("target", NUMBER, BigDecimal::new);
    Optional<Duration> period = fields.span("period");
    Budgeting budgeting =
        fields
            .mapping("timeslices")
            .<Budgeting>map(SloDocuments::timeslices)
            .orElseGet(Budgeting.Occurrences::new);
    List<BurnRule> rules =
        fields.mappings("rules", "tier").stream().map(SloDocuments::rule).toList();
    Optional<Long> minFailures = fields.value("minFailures", NUMBER, Long::parseLong);
    Optional<Duration> interval = fields.span("sampleInterval");
    Indicator indicator = fields.mapping("indicator").map(SloDocuments::indicator).orElse(null);
    fields.done();
    return fields.findings().count() > before
        ? Optional.empty()
        : Optional.of(
            new Slo(
                name,
                description,
                kind,
                target.orElseThrow(),
                period.orElseThrow(),
                budgeting,
                rules,
                minFailures.orElseThrow(),
                interval.orElseThrow(),
                indicator));
  }

  private static @Nullable CanonicalJson timeslices(Budgeting budgeting) {
    return budgeting instanceof Budgeting.Timeslices by
        ? new CanonicalJson().with("target", by.target()).with("slice", by.slice())
        : null;
  }

  private static Budgeting timeslices(Fields fields) {
    fields.require("target", "slice");
    Budgeting by =
        new Budgeting.Timeslices(
            fields.value("target", NUMBER, BigDecimal::new).orElse(BigDecimal.ONE),
            fields.span("slice").orElse(Duration.ofMinutes(1)));
    fields.done();
    return by;
  }

  private static CanonicalJson rule(BurnRule rule) {
    return new CanonicalJson()
        .with("tier", rule.tier())
        .with("share", rule.share())
        .with("long", rule.longWindow())
        .with("short", rule.shortWindow())
        .with("shadow", onlyTrue(rule.shadow()));
  }

  private static BurnRule rule(Fields fields) {
    fields.require("tier", "share", "long", "short");
    BurnRule rule =
        new BurnRule(
            fields.oneOf("tier", Tier.class).orElse(Tier.PAGE),
            fields.value("share", NUMBER, BigDecimal::new).orElse(BigDecimal.ONE),
            fields.span("long").orElse(Duration.ofHours(1)),
            fields.span("short").orElse(Duration.ofMinutes(1)),
            fields.flag("shadow").orElse(false));
    fields.done();
    return rule;
  }

  private static @Nullable CanonicalJson indicator(@Nullable Indicator indicator) {
    if (indicator instanceof Indicator.Ratio ratio) {
      return new CanonicalJson()
          .with(ratio.bad() ? "bad" : "good", query(ratio.counted()))
          .with("total", query(ratio.total()))
          .with("counter", onlyTrue(ratio.counter()));
    }
    return indicator instanceof Indicator.Raw raw
        ? new CanonicalJson().with(raw.success() ? "success" : "failure", query(raw.query()))
        : null;
  }

  private static @Nullable Indicator indicator(Fields fields) {
    boolean bad = fields.has("bad");
    boolean success = fields.has("success");
    Optional<Query> counted = query(fields, bad ? "bad" : "good");
    Optional<Query> total = query(fields, "total");
    Optional<Query> raw = query(fields, success ? "success" : "failure");
    boolean counter = fields.flag("counter").orElse(false);
    fields.done();
    if (raw.isPresent()) {
      return new Indicator.Raw(raw.get(), success);
    }
    if (counted.isEmpty() || total.isEmpty()) {
      fields.require("good", "total");
      return null;
    }
    return new Indicator.Ratio(counted.get(), bad, total.get(), counter);
  }

  private static CanonicalJson query(Query query) {
    return new CanonicalJson()
        .with("source", query.source())
        .with("type", query.type())
        .with("spec", query.spec());
  }

  private static Optional<Query> query(Fields fields, String name) {
    return fields
        .mapping(name)
        .map(
            query -> {
              String source = query.text("source").orElse(null);
              String type = query.text("type").orElse(null);
              Map<String, String> spec = new TreeMap<>();
              query
                  .mapping("spec")
                  .ifPresent(
                      values ->
                          values
                              .any()
                              .forEach(
                                  (key, field) ->
                                      values
                                          .scalar(field.value(), "a text", text -> text)
                                          .ifPresent(text -> spec.put(key, text))));
              query.done();
              return new Query(source, type, spec);
            });
  }
}
