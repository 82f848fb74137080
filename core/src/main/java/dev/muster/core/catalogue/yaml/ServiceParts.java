package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.PublicPage;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.SourceRule;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.Strategy;
import dev.muster.core.slo.Slo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a service says of itself, alike as it is written and as it is resolved. */
record ServiceParts(
    @Nullable String system,
    Lifecycle lifecycle,
    @Nullable LocalDate launch,
    Set<String> traits,
    List<StandardUse> standards,
    Map<String, List<String>> environments,
    List<String> branches,
    @Nullable Double peakPerSecond,
    @Nullable Strategy deployStrategy,
    List<Dataset> datasets,
    Map<String, List<String>> targets,
    List<String> confirmedBy,
    List<SourceRule> sources,
    @Nullable PublicPage publicPage) {

  static final String DATE = "a day such as 2027-01-15";

  static ServiceParts read(Fields spec) {
    return new ServiceParts(
        spec.reference("partOf", Kind.SYSTEM).orElse(null),
        spec.oneOf("lifecycle", Lifecycle.class).orElse(Lifecycle.PRODUCTION),
        spec.value("launch", DATE, LocalDate::parse).orElse(null),
        StandardReader.traits(spec),
        standards(spec),
        environments(spec),
        spec.texts("branches"),
        spec.number("peakPerSecond").orElse(null),
        strategy(spec),
        datasets(spec),
        targets(spec),
        spec.references("confirmedBy", Kind.SERVICE),
        sources(spec),
        spec.mapping("public").flatMap(ServiceParts::publicPage).orElse(null));
  }

  Service resolved(
      String name,
      @Nullable String description,
      String owner,
      int tier,
      Set<String> approvers,
      @Nullable Rotation rotation,
      List<StandardUse> resolvedStandards,
      List<Slo> slos,
      @Nullable PublicPage page) {
    return new Service(
        name,
        description,
        owner,
        system,
        tier,
        approvers,
        lifecycle,
        launch,
        traits,
        rotation,
        resolvedStandards,
        environments,
        branches,
        peakPerSecond,
        deployStrategy,
        datasets,
        targets,
        confirmedBy,
        slos,
        sources,
        page);
  }

  static List<StandardUse> standards(Fields spec) {
    List<StandardUse> uses = new ArrayList<>();
    for (Fields fields : spec.mappings("standards", "id")) {
      fields.require("id");
      String id = fields.reference("id", Kind.STANDARD).orElse("");
      String hash = fields.text("hash").orElse(null);
      String level = fields.text("level").orElse(null);
      LocalDate from = fields.value("from", DATE, LocalDate::parse).orElse(null);
      fields.done();
      if (level != null) {
        fields
            .findings()
            .level(
                new Findings.LevelUse(id, level, fields.placeOf("level"), fields.pathOf("level")));
      }
      if (uses.stream().anyMatch(use -> use.id().equals(id))) {
        fields
            .findings()
            .mistake(
                fields.placeOf("id"), fields.pathOf("id"), "each standard once", id, "keep one");
      }
      uses.add(new StandardUse(id, hash, level, from));
    }
    return uses;
  }

  /** They stand in resolved documents only. */
  static void refuseHashes(List<StandardUse> uses, Fields spec) {
    if (uses.stream().anyMatch(use -> use.hash() != null)) {
      spec.findings()
          .mistake(
              spec.placeOf("standards"),
              spec.pathOf("standards"),
              "standards by id",
              "a hash",
              "leave hash out; apply finds it");
    }
  }

  private static Map<String, List<String>> environments(Fields spec) {
    Map<String, List<String>> classes = new LinkedHashMap<>();
    spec.mapping("environments")
        .ifPresent(
            fields -> fields.any().keySet().forEach(one -> classes.put(one, fields.texts(one))));
    return classes;
  }

  private static Map<String, List<String>> targets(Fields spec) {
    Map<String, List<String>> targets = new LinkedHashMap<>();
    spec.mapping("targets")
        .ifPresent(
            fields ->
                fields
                    .any()
                    .forEach(
                        (check, field) -> {
                          fields
                              .findings()
                              .reference(Kind.CHECK, check, field.place(), field.value().path());
                          targets.put(check, fields.texts(check));
                        }));
    return targets;
  }

  private static @Nullable Strategy strategy(Fields spec) {
    return spec.mapping("deploy")
        .flatMap(
            fields -> {
              Optional<Strategy> strategy = fields.oneOf("strategy", Strategy.class);
              fields.done();
              return strategy;
            })
        .orElse(null);
  }

  private static List<Dataset> datasets(Fields spec) {
    List<Dataset> datasets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Fields fields : spec.mappings("datasets", "name")) {
      fields.require("name", "kind");
      Optional<String> name = fields.id("name");
      String kind = fields.text("kind").orElse("");
      var rpo = fields.span("rpo").orElse(Dataset.DEFAULT_RPO);
      var rto = fields.span("rto").orElse(null);
      String region = fields.text("region").orElse(null);
      var retention = fields.span("retention").orElse(null);
      fields.done();
      if (name.isPresent() && !names.add(name.get())) {
        fields
            .findings()
            .mistake(
                fields.placeOf("name"),
                fields.pathOf("name"),
                "each dataset once",
                name.get(),
                "give it another name");
      }
      name.ifPresent(one -> datasets.add(new Dataset(one, kind, rpo, rto, region, retention)));
    }
    return datasets;
  }

  private static List<SourceRule> sources(Fields spec) {
    List<SourceRule> rules = new ArrayList<>();
    for (Fields fields : spec.mappings("sources", "tool")) {
      fields.require("tool");
      String tool = fields.id("tool").orElse("");
      Map<String, String> keys = new LinkedHashMap<>();
      flatten(fields, "", keys);
      keys.remove("tool");
      if (keys.isEmpty()) {
        fields
            .findings()
            .mistake(
                fields.mapping().place(),
                fields.mapping().path(),
                "how " + tool + " names this service",
                "only the tool",
                "for instance repository: acme/orders, or labels: {service: orders}");
      }
      rules.add(new SourceRule(tool, keys));
    }
    return rules;
  }

  private static void flatten(Fields fields, String prefix, Map<String, String> keys) {
    fields
        .any()
        .forEach(
            (name, field) -> {
              if (field.value() instanceof Node.Mapping) {
                flatten(Fields.of(field.value(), fields.findings()), prefix + name + ".", keys);
              } else {
                fields
                    .scalar(field.value(), "a text", text -> text)
                    .ifPresent(text -> keys.put(prefix + name, text));
              }
            });
  }

  private static Optional<PublicPage> publicPage(Fields fields) {
    fields.require("component");
    Optional<String> component = fields.text("component");
    String group = fields.text("group").orElse(null);
    List<String> slos = fields.references("slos", Kind.SLO);
    PublicPage.Publish publish =
        fields.oneOf("publish", PublicPage.Publish.class).orElse(PublicPage.Publish.MANUAL);
    fields.done();
    return component.map(name -> new PublicPage(name, group, slos, publish));
  }
}
