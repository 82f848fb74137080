package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Indicator.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what an SLO is measured by: the {@code spec} of an SLI, its own document or inline. */
final class IndicatorReader {
  private static final List<String> RAW_TYPES = List.of("success", "failure");

  /** Parts of names whose values the catalogue's topic, kept for ever, is no place for. */
  private static final List<String> SECRET =
      List.of("secret", "password", "token", "accesskey", "apikey", "credential");

  private IndicatorReader() {}

  /** Empty where a mistake was found. */
  static Optional<SliDocument> read(Fields spec) {
    int before = spec.findings().count();
    spec.text("description");
    Optional<Node> threshold = spec.node("thresholdMetric");
    Optional<Fields> ratio =
        threshold.isEmpty() ? spec.require("ratioMetric").mapping("ratioMetric") : Optional.empty();
    if (threshold.isPresent() && spec.has("ratioMetric")) {
      one(spec, "ratioMetric", "thresholdMetric");
    }
    Optional<Indicator> indicator = ratio.flatMap(IndicatorReader::ratio);
    spec.done();
    if (spec.findings().count() > before) {
      return Optional.empty();
    }
    return threshold
        .<SliDocument>map(node -> new SliDocument.Threshold(spec.placeOfName("thresholdMetric")))
        .or(() -> indicator.map(SliDocument.Ratio::new));
  }

  private static Optional<Indicator> ratio(Fields fields) {
    boolean counter = fields.flag("counter").orElse(false);
    Optional<String> rawType =
        fields.node("rawType").flatMap(node -> fields.word(node, RAW_TYPES, text -> text));
    if (fields.has("raw")) {
      for (String other : List.of("good", "bad", "total")) {
        if (fields.has(other)) {
          one(fields, "raw", other);
        }
      }
      fields.require("rawType");
      Optional<Query> raw = query(fields, "raw");
      fields.done();
      return raw.map(query -> new Indicator.Raw(query, rawType.orElse("").equals("success")));
    }
    boolean bad = fields.has("bad");
    if (bad && fields.has("good")) {
      one(fields, "good", "bad");
    }
    fields.require("total");
    if (!bad) {
      fields.require("good");
    }
    Optional<Query> counted = query(fields, bad ? "bad" : "good");
    Optional<Query> total = query(fields, "total");
    fields.done();
    return counted.flatMap(one -> total.map(all -> new Indicator.Ratio(one, bad, all, counter)));
  }

  private static Optional<Query> query(Fields fields, String name) {
    return fields
        .mapping(name)
        .flatMap(
            metric -> {
              Optional<Fields> source = metric.require("metricSource").mapping("metricSource");
              metric.done();
              return source.map(IndicatorReader::query);
            });
  }

  private static Query query(Fields source) {
    Optional<String> ref = source.reference("metricSourceRef", Kind.DATA_SOURCE);
    Optional<String> type = source.text("type");
    if (ref.isEmpty()) {
      source.require("type");
    }
    Map<String, String> values = new TreeMap<>();
    source.require("spec").mapping("spec").ifPresent(spec -> flatten(spec, "", values));
    source.done();
    return new Query(ref.orElse(null), type.orElse(null), values);
  }

  private static void flatten(Fields fields, String prefix, Map<String, String> values) {
    fields
        .any()
        .forEach(
            (name, field) -> {
              String bare = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
              if (SECRET.stream().anyMatch(bare::contains)) {
                fields
                    .findings()
                    .mistake(
                        field.place(),
                        fields.pathOf(name),
                        "no secret in a catalogue",
                        name,
                        "what is applied is kept for ever; leave it out");
              } else {
                flatten(field.value(), prefix + name, fields, values);
              }
            });
  }

  private static void flatten(Node node, String path, Fields fields, Map<String, String> values) {
    if (node instanceof Node.Mapping) {
      flatten(Fields.of(node, fields.findings()), path + ".", values);
    } else if (node instanceof Node.Items list) {
      for (int i = 0; i < list.items().size(); i++) {
        flatten(list.items().get(i), path + "[" + i + "]", fields, values);
      }
    } else if (node instanceof Node.Scalar scalar && scalar.text() != null) {
      values.put(path, scalar.text());
    }
  }

  private static void one(Fields fields, String of, String or) {
    fields
        .findings()
        .mistake(
            fields.placeOf(or), fields.pathOf(or), of + " or " + or, "both", "keep one of them");
  }
}
