package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.Team;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All documents read so far, by kind and name; not yet compared with each other. */
final class Documents {
  private static final List<String> OPENSLO_METADATA =
      List.of("displayName", "labels", "annotations");

  private final Findings findings;
  private final Map<Kind, SortedMap<String, Place>> names = new EnumMap<>(Kind.class);
  private final SortedMap<String, ServiceDocument> services = new TreeMap<>();
  private final SortedMap<String, SystemDocument> systems = new TreeMap<>();
  private final SortedMap<String, Team> teams = new TreeMap<>();
  private final SortedMap<String, Rotation> rotations = new TreeMap<>();
  private final SortedMap<String, Standard> standards = new TreeMap<>();
  private final SortedMap<String, Check> checks = new TreeMap<>();
  private final SortedMap<String, String> descriptions = new TreeMap<>();
  private final SortedMap<String, SloDocument> slos = new TreeMap<>();
  private final SortedMap<String, SliDocument> slis = new TreeMap<>();

  /** By name, the tool that each DataSource is. */
  private final SortedMap<String, String> dataSources = new TreeMap<>();

  Documents(Findings findings) {
    this.findings = findings;
    for (Kind kind : Kind.values()) {
      names.put(kind, new TreeMap<>());
    }
  }

  SortedMap<String, ServiceDocument> services() {
    return services;
  }

  SortedMap<String, SystemDocument> systems() {
    return systems;
  }

  SortedMap<String, Team> teams() {
    return teams;
  }

  SortedMap<String, Rotation> rotations() {
    return rotations;
  }

  SortedMap<String, Standard> standards() {
    return standards;
  }

  SortedMap<String, Check> checks() {
    return checks;
  }

  /** By service, from OpenSLO. */
  SortedMap<String, String> descriptions() {
    return descriptions;
  }

  SortedMap<String, SloDocument> slos() {
    return slos;
  }

  SortedMap<String, SliDocument> slis() {
    return slis;
  }

  SortedMap<String, String> dataSources() {
    return dataSources;
  }

  /** Where each stands; those with mistakes in them too. */
  SortedMap<String, Place> names(Kind kind) {
    return Objects.requireNonNull(names.get(kind));
  }

  void read(String file, String text) {
    for (Node node : NodeReader.yaml(file, text, findings)) {
      boolean empty = node instanceof Node.Scalar scalar && scalar.text() == null;
      if (!empty) {
        document(Fields.of(node, findings));
      }
    }
  }

  private void document(Fields document) {
    if (document.mapping().fields().isEmpty()) {
      return;
    }
    Optional<Kind> kind = kind(document);
    if (kind.isEmpty()) {
      return;
    }
    if (kind.get().isUnused()) {
      unused(kind.get(), document);
      return;
    }
    document.require("metadata");
    Optional<Fields> metadata = document.mapping("metadata");
    Optional<String> name = metadata.flatMap(fields -> fields.require("name").id("name"));
    boolean ours = kind.get().isOurs();
    if (ours || kind.get() != Kind.OPENSLO_SERVICE) {
      document.require("spec");
    }
    if (!ours) {
      metadata.ifPresent(fields -> OPENSLO_METADATA.forEach(fields::has));
    }
    metadata.ifPresent(Fields::done);
    Optional<Fields> spec = document.mapping("spec");
    if (ours) {
      document.done();
    }
    if (name.isPresent() && spec.isPresent()) {
      register(kind.get(), name.get(), metadata.orElseThrow().placeOf("name"));
      read(kind.get(), name.get(), metadata.orElseThrow(), spec.get());
    }
  }

  /** Its name may be written as its tool likes it. */
  private void unused(Kind kind, Fields document) {
    Place place =
        document
            .mapping("metadata")
            .map(one -> one.placeOf("name"))
            .orElse(document.mapping().place());
    String name =
        document
            .mapping("metadata")
            .flatMap(one -> one.text("name"))
            .map(one -> " " + one)
            .orElse("");
    findings.note(
        place, "not used: %s%s; Muster derives alerts from the SLO".formatted(kind.word(), name));
  }

  private Optional<Kind> kind(Fields document) {
    document.require("apiVersion", "kind");
    Optional<String> version =
        document
            .node("apiVersion")
            .flatMap(node -> document.word(node, Kind.apiVersions(), text -> text));
    if (version.isEmpty()) {
      document.node("kind").ifPresent(node -> document.word(node, Kind.words(), text -> text));
    }
    return version.flatMap(
        one ->
            document
                .node("kind")
                .flatMap(node -> document.word(node, Kind.words(one), text -> text))
                .flatMap(word -> Kind.of(one, word)));
  }

  private void register(Kind kind, String name, Place place) {
    Place first = names(kind).putIfAbsent(name, place);
    if (first != null) {
      findings.mistake(
          place,
          "metadata.name",
          "each " + kind.noun() + " once",
          name,
          first.file().startsWith(BuiltIn.PREFIX)
              ? "it is built in; copy it under an id of your own"
              : "it stands in %s:%d already".formatted(first.file(), first.line()));
    }
  }

  private void read(Kind kind, String name, Fields metadata, Fields spec) {
    if (kind != Kind.SLO && !kind.isOurs()) {
      SloAnnotations.refuse(metadata, kind);
    }
    switch (kind) {
      case SERVICE -> ServiceDocument.read(name, spec).ifPresent(one -> services.put(name, one));
      case SYSTEM -> SystemDocument.read(name, spec).ifPresent(one -> systems.put(name, one));
      case TEAM -> TeamReader.read(name, spec).ifPresent(one -> teams.put(name, one));
      case ROTATION -> RotationReader.read(name, spec).ifPresent(one -> rotations.put(name, one));
      case STANDARD ->
          new StandardReader(findings).read(name, spec).ifPresent(s -> standards.put(name, s));
      case CHECK -> new CheckReader(findings).read(name, spec).ifPresent(c -> checks.put(name, c));
      case OPENSLO_SERVICE ->
          spec.text("description").ifPresent(words -> descriptions.put(name, words));
      case SLO -> slo(name, metadata, spec);
      case SLI -> IndicatorReader.read(spec).ifPresent(one -> slis.put(name, one));
      case DATA_SOURCE -> dataSource(name, spec);
      case ROUTE -> findings.note(spec.mapping().place(), "routes are not used yet: " + name);
      case ALERT_POLICY, ALERT_CONDITION, ALERT_NOTIFICATION_TARGET -> unused(kind, spec);
    }
  }

  /** Each of several objectives is an SLO that others can name, too. */
  private void slo(String name, Fields metadata, Fields spec) {
    Optional<SloDocument> read = SloReader.read(name, metadata, spec);
    read.ifPresent(one -> slos.put(name, one));
    read.stream()
        .flatMap(one -> one.slos().stream())
        .filter(slo -> !slo.name().equals(name))
        .forEach(slo -> register(Kind.SLO, slo.name(), metadata.placeOf("name")));
  }

  /** Which tool it is; how to connect to it is no matter of a catalogue. */
  private void dataSource(String name, Fields spec) {
    spec.text("description");
    if (spec.has("connectionDetails")) {
      findings.note(
          spec.placeOf("connectionDetails"), "not used: connectionDetails of DataSource " + name);
    }
    spec.require("type").text("type").ifPresent(type -> dataSources.put(name, type));
    spec.done();
  }

  /** For a name that is not there. */
  String advice(Kind kind, String name) {
    List<String> known = List.copyOf(names(kind).keySet());
    return DidYouMean.nearest(name, known)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "there is no %s yet; add one".formatted(kind.noun())
                    : "add it, or name one of: "
                        + String.join(", ", known.subList(0, Math.min(known.size(), 12))));
  }
}
