package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Slo;
import dev.muster.core.slo.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What OpenSLO has no field for, in annotations of the SLO.
 *
 * @param tiers that stand in place of the built-in ones, absent where those count
 * @param off which of the built-in ones do not count
 * @param shadow which are judged and never told
 */
record SloAnnotations(
    @Nullable String kind,
    Optional<List<TierText.Tiered>> tiers,
    List<String> off,
    List<String> shadow,
    long minFailures,
    Duration sampleInterval) {

  static final String PREFIX = "muster.dev/";
  static final String KIND = PREFIX + "kind";
  static final String TIERS = PREFIX + "tiers";
  static final String TIERS_OFF = PREFIX + "tiers-off";
  static final String SHADOW = PREFIX + "shadow";
  static final String MIN_FAILURES = PREFIX + "min-failures";
  static final String SAMPLE_INTERVAL = PREFIX + "sample-interval";

  /** Each with what it is for, as an editor shows it. */
  static final Map<String, String> ALL =
      new TreeMap<>(
          Map.of(
              KIND,
              "What it promises: availability, latency, …; gates ask for it.",
              TIERS,
              "In place of the built-in tiers, for instance "
                  + TierText.EXAMPLE
                  + " shadow; or none.",
              TIERS_OFF,
              "Built-in tiers that do not count: page, ticket, or long windows such as 24h.",
              SHADOW,
              "Tiers that are judged and never told: all, page, ticket, or long windows such as 24h.",
              MIN_FAILURES,
              "Bad events (slices) in the long window below which no tier holds. Default: 2.",
              SAMPLE_INTERVAL,
              "How often a sample comes, 1m to 60m. Default: 1m."));

  static final SloAnnotations NONE =
      new SloAnnotations(
          null,
          Optional.empty(),
          List.of(),
          List.of(),
          Slo.DEFAULT_MIN_FAILURES,
          Slo.DEFAULT_SAMPLE_INTERVAL);

  /** Of an SLO's metadata. */
  static SloAnnotations read(Fields metadata) {
    return metadata.mapping("annotations").map(SloAnnotations::of).orElse(NONE);
  }

  /** Anywhere else they would have no effect. */
  static void refuse(Fields metadata, Kind kind) {
    metadata
        .mapping("annotations")
        .ifPresent(
            fields ->
                fields
                    .any()
                    .forEach(
                        (name, field) -> {
                          if (name.startsWith(PREFIX)) {
                            unknown(
                                fields,
                                name,
                                field,
                                "no annotation of Muster on " + kind.aNoun(),
                                "write it on the SLO");
                          }
                        }));
  }

  private static SloAnnotations of(Fields fields) {
    fields.any().forEach((name, field) -> known(fields, name, field));
    String kind = fields.id(KIND).orElse(null);
    if (kind != null) {
      fields
          .findings()
          .sloKind(new Findings.SloKindUse(kind, fields.placeOf(KIND), fields.pathOf(KIND)));
    }
    Optional<List<TierText.Tiered>> tiers =
        fields
            .node(TIERS)
            .flatMap(node -> scalar(fields, node))
            .map(text -> TierText.read(text, fields.findings()));
    List<BurnRule> rules =
        tiers
            .map(all -> all.stream().map(TierText.Tiered::rule).toList())
            .orElse(BurnRule.BUILT_IN);
    if (tiers.isPresent() && fields.has(TIERS_OFF)) {
      unknown(
          fields,
          TIERS_OFF,
          fields.any().get(TIERS_OFF),
          "one of " + TIERS + " and " + TIERS_OFF,
          "leave the tier out of " + TIERS);
    }
    return new SloAnnotations(
        kind,
        tiers,
        picks(fields, TIERS_OFF, List.of(), BurnRule.BUILT_IN),
        picks(fields, SHADOW, List.of("all"), rules),
        fields
            .value(MIN_FAILURES, "a whole number of at least 1", SloAnnotations::count)
            .orElse(Slo.DEFAULT_MIN_FAILURES),
        fields
            .value(SAMPLE_INTERVAL, "whole minutes, 1m to 60m", SloAnnotations::interval)
            .orElse(Slo.DEFAULT_SAMPLE_INTERVAL));
  }

  private static void known(Fields fields, String name, Node.Field field) {
    int slash = name.indexOf('/');
    if (name.startsWith(PREFIX) && !ALL.containsKey(name)) {
      unknown(
          fields,
          name,
          field,
          "an annotation of Muster",
          DidYouMean.nearest(
                  name.substring(PREFIX.length()),
                  ALL.keySet().stream().map(one -> one.substring(PREFIX.length())).toList())
              .map(near -> "did you mean " + PREFIX + near + "?")
              .orElseGet(() -> "known are " + String.join(", ", ALL.keySet())));
    } else if (slash > 0
        && !name.startsWith(PREFIX)
        && ALL.containsKey(PREFIX + name.substring(slash + 1))
        && DidYouMean.nearest(name.substring(0, slash + 1), List.of(PREFIX)).isPresent()) {
      unknown(
          fields,
          name,
          field,
          "an annotation of Muster",
          "did you mean " + PREFIX + name.substring(slash + 1) + "?");
    }
  }

  private static void unknown(
      Fields fields, String name, Node.@Nullable Field field, String expected, String advice) {
    fields
        .findings()
        .mistake(
            field == null ? fields.mapping().place() : field.place(),
            fields.pathOf(name),
            expected,
            name,
            advice);
  }

  private static Optional<Node.Scalar> scalar(Fields fields, Node node) {
    return fields
        .scalar(node, "a text such as " + TierText.EXAMPLE, text -> text)
        .map(any -> (Node.Scalar) node);
  }

  /** Words that pick tiers; each must pick one. */
  private static List<String> picks(
      Fields fields, String name, List<String> more, List<BurnRule> rules) {
    List<String> known = new ArrayList<>(more);
    for (BurnRule rule : rules) {
      for (String word : List.of(Fields.word(rule.tier().name()), window(rule))) {
        if (!known.contains(word)) {
          known.add(word);
        }
      }
    }
    return fields
        .value(name, "some of " + String.join(", ", known), text -> words(text, known))
        .orElse(List.of());
  }

  private static List<String> words(String text, List<String> known) {
    List<String> words = List.of(text.strip().split("[\\s,;]+", -1));
    if (!known.containsAll(words)) {
      throw new IllegalArgumentException(text);
    }
    return words;
  }

  boolean isOff(BurnRule rule) {
    return picks(off, rule);
  }

  boolean isShadow(BurnRule rule) {
    return rule.shadow() || picks(shadow, rule);
  }

  private static boolean picks(List<String> words, BurnRule rule) {
    return words.contains("all")
        || words.contains(Fields.word(rule.tier().name()))
        || words.contains(window(rule));
  }

  private static String window(BurnRule rule) {
    return Written.span(rule.longWindow());
  }

  private static long count(String text) {
    long count = Long.parseLong(text);
    if (count < 1) {
      throw new IllegalArgumentException(text);
    }
    return count;
  }

  private static Duration interval(String text) {
    Duration interval = Shorthand.parse(text);
    if (interval.compareTo(Slo.LONGEST_SAMPLE) > 0) {
      throw new IllegalArgumentException(text);
    }
    return interval;
  }
}
