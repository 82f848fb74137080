package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.LowTraffic;
import dev.muster.core.slo.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an SLO of OpenSLO v1.
 *
 * @see <a href="https://github.com/OpenSLO/OpenSLO#slo">OpenSLO</a>
 */
final class SloReader {
  static final List<String> METHODS = List.of("Occurrences", "Timeslices", "RatioTimeslices");

  private final String name;
  private final Fields spec;
  private final Findings findings;
  private final SloAnnotations annotations;

  /** What is to be said of it, in one line. */
  private final List<String> said = new ArrayList<>();

  private SloReader(String name, Fields metadata, Fields spec) {
    this.name = name;
    this.spec = spec;
    this.findings = spec.findings();
    this.annotations = SloAnnotations.read(metadata);
  }

  /** Empty where a mistake was found. */
  static Optional<SloDocument> read(String name, Fields metadata, Fields spec) {
    int before = spec.findings().count();
    SloReader reader = new SloReader(name, metadata, spec);
    SloDocument document = reader.document(metadata.text("displayName").orElse(null));
    spec.done();
    if (spec.findings().count() > before) {
      return Optional.empty();
    }
    if (!reader.said.isEmpty()) {
      spec.findings()
          .note(metadata.placeOf("name"), "SLO " + name + ": " + String.join("; ", reader.said));
    }
    return Optional.of(document);
  }

  private SloDocument document(@Nullable String title) {
    spec.require("service", "objectives");
    String service = spec.reference("service", Kind.SERVICE).orElse("");
    String description = spec.text("description").orElse(title);
    Duration period = period();
    boolean timeslices = timeslices();
    List<Fields> objectives = spec.mappings("objectives", "target");
    Fields measured =
        objectives.size() == 1 && ownIndicator(objectives.get(0)) ? objectives.get(0) : spec;
    Optional<SloDocument.IndicatorRef> ref = ref(measured);
    Indicator indicator = inline(measured, ref.isPresent());
    List<Slo> slos = new ArrayList<>();
    for (Fields fields : objectives) {
      int before = findings.count();
      ObjectiveReader objective = new ObjectiveReader(fields, timeslices);
      known(fields, objectives.size() > 1);
      Optional<String> own = objectives.size() == 1 ? Optional.of(name) : objective.name(name);
      BigDecimal target = objective.target();
      Budgeting budgeting = objective.budgeting();
      fields.done();
      if (findings.count() == before && period != null && own.isPresent()) {
        Slo bare = slo(own.get(), description, target, period, budgeting, List.of(), indicator);
        slos.add(slo(own.get(), description, target, period, budgeting, rules(bare), indicator));
      }
    }
    if (objectives.isEmpty() && spec.node("objectives").isPresent()) {
      spec.node("objectives")
          .ifPresent(node -> findings.mistake(node, "an objective", "add {target: 0.999}"));
    }
    if (spec.node("alertPolicies").filter(SloReader::isSomething).isPresent()) {
      said.add("alertPolicies are not used, Muster derives alerts from the SLO");
    }
    warnOfOne(slos);
    return new SloDocument(service, slos, ref);
  }

  private Slo slo(
      String own,
      @Nullable String description,
      BigDecimal target,
      Duration period,
      Budgeting budgeting,
      List<BurnRule> rules,
      @Nullable Indicator indicator) {
    return new Slo(
        own,
        description,
        annotations.kind(),
        target,
        period,
        budgeting,
        rules,
        annotations.minFailures(),
        annotations.sampleInterval(),
        indicator);
  }

  /** Null where a mistake was found. */
  private @Nullable Duration period() {
    List<Fields> windows = spec.mappings("timeWindow", "duration");
    if (windows.isEmpty()) {
      return spec.node("timeWindow").isEmpty() ? Slo.DEFAULT_PERIOD : null;
    }
    return new PeriodReader(windows).period().orElse(null);
  }

  private boolean timeslices() {
    Optional<String> method =
        spec.node("budgetingMethod").flatMap(node -> spec.word(node, METHODS, text -> text));
    if (method.equals(Optional.of("RatioTimeslices"))) {
      spec.node("budgetingMethod")
          .ifPresent(
              node ->
                  findings.mistake(
                      node,
                      "Occurrences or Timeslices",
                      "RatioTimeslices is not judged yet; choose one of the two"));
    }
    return method.equals(Optional.of("Timeslices"));
  }

  private static boolean ownIndicator(Fields objective) {
    return objective.has("indicator") || objective.has("indicatorRef");
  }

  /** What can stand in an objective; several of different things are refused. */
  private void known(Fields objective, boolean several) {
    for (String name :
        List.of("displayName", "op", "value", "timeSliceTarget", "timeSliceWindow")) {
      objective.has(name);
    }
    for (String name : List.of("indicator", "indicatorRef", "compositeWeight")) {
      if (objective.has(name) && (several || name.equals("compositeWeight"))) {
        findings.mistake(
            objective.placeOf(name),
            objective.pathOf(name),
            "objectives on the SLO's one indicator",
            "a composite SLO",
            "composites are not judged yet; write an SLO for each indicator");
      }
    }
  }

  private Optional<SloDocument.IndicatorRef> ref(Fields measured) {
    if (measured != spec && (spec.has("indicator") || spec.has("indicatorRef"))) {
      onlyOne(spec.has("indicator") ? "indicator" : "indicatorRef", spec);
    }
    spec.has("indicatorRef");
    spec.has("indicator");
    return measured
        .reference("indicatorRef", Kind.SLI)
        .map(
            sli ->
                new SloDocument.IndicatorRef(
                    sli, measured.placeOf("indicatorRef"), measured.pathOf("indicatorRef")));
  }

  private @Nullable Indicator inline(Fields measured, boolean referred) {
    Optional<Fields> inline = measured.mapping("indicator");
    if (inline.isEmpty()) {
      return null;
    }
    if (referred) {
      onlyOne("indicatorRef", measured);
    }
    inline.get().mapping("metadata");
    inline.get().has("apiVersion");
    inline.get().has("kind");
    Optional<SliDocument> read =
        inline.get().require("spec").mapping("spec").flatMap(IndicatorReader::read);
    inline.get().done();
    if (read.isPresent() && read.get() instanceof SliDocument.Threshold threshold) {
      findings.mistake(
          threshold.place(),
          inline.get().pathOf("spec.thresholdMetric"),
          SliDocument.Threshold.EXPECTED,
          "a thresholdMetric",
          SliDocument.Threshold.ADVICE);
    }
    return read.isPresent() && read.get() instanceof SliDocument.Ratio ratio
        ? ratio.indicator()
        : null;
  }

  private void onlyOne(String field, Fields fields) {
    findings.mistake(
        fields.placeOf(field), fields.pathOf(field), "one indicator", "two", "keep one of them");
  }

  /** Those that can mean something; of the built-in ones, what cannot is left out and said. */
  private List<BurnRule> rules(Slo bare) {
    RulesThatFit rules = new RulesThatFit(bare, annotations);
    List<BurnRule> fitting = rules.find(findings);
    String whose = bare.name().equals(name) ? "" : bare.name() + " has ";
    rules.left().forEach(left -> said.add(whose + left));
    return fitting;
  }

  private void warnOfOne(List<Slo> slos) {
    for (Slo slo : slos) {
      slo.rules().stream()
          .findFirst()
          .filter(rule -> slo.minFailures() == 1)
          .filter(rule -> LowTraffic.countsEvents(slo))
          .ifPresent(
              rule ->
                  said.add(
                      "min-failures is 1, so one failure holds %s in up to %d events"
                          .formatted(rule, LowTraffic.most(slo, rule))));
    }
  }

  private static boolean isSomething(Node node) {
    return !(node instanceof Node.Items list) || !list.items().isEmpty();
  }
}
