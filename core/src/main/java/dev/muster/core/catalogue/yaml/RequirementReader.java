package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Each;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.Judged;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Requirement.Single;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a gate requires. */
final class RequirementReader {
  private static final List<String> TYPES =
      List.of("scan", "backup", "deploy", "alert", "slo", "review");
  private static final Pattern RPO = Pattern.compile("(?:([1-9]\\d?) )?rpo");
  private static final String WITHIN = "rpo, 2 rpo, or " + Spans.EXPECTED;

  private final Findings findings;
  private final List<String> levels;

  RequirementReader(Findings findings, List<String> levels) {
    this.findings = findings;
    this.levels = levels;
  }

  Optional<Requirement> read(Fields fields) {
    if (!fields.has("anyOf")) {
      return single(fields).map(one -> one);
    }
    int before = findings.count();
    String level = StandardReader.level(fields, levels);
    Set<String> traits = StandardReader.traits(fields);
    List<List<Single>> alternatives = new ArrayList<>();
    for (Node node : fields.items("anyOf")) {
      List<Node> all = node instanceof Node.Items items ? items.items() : List.of(node);
      alternatives.add(
          all.stream()
              .map(one -> single(Fields.of(one, findings)))
              .flatMap(Optional::stream)
              .toList());
    }
    boolean empty = alternatives.isEmpty() || alternatives.stream().anyMatch(List::isEmpty);
    if (empty && findings.count() == before) {
      findings.mistake(
          fields.placeOf("anyOf"),
          fields.pathOf("anyOf"),
          "a list of alternatives",
          "an empty one",
          "name at least one, such as [{check: page-drill, fresh: quarterly}]");
    }
    fields.done();
    return findings.count() == before
        ? Optional.of(new AnyOf(alternatives, level, traits))
        : Optional.empty();
  }

  private Optional<Single> single(Fields fields) {
    int before = findings.count();
    String type =
        fields
            .node("type")
            .flatMap(node -> fields.word(node, TYPES, Fields::word))
            .orElse(fields.has("check") ? "scan" : "");
    if (type.isEmpty()) {
      if (!fields.has("type")) {
        fields.require("type");
      }
      return Optional.empty();
    }
    Scope scope = fields.oneOf("scope", Scope.class).orElse(Scope.SERVICE);
    String level = StandardReader.level(fields, levels);
    Set<String> traits = StandardReader.traits(fields);
    Optional<Single> read =
        switch (type) {
          case "alert", "slo", "review" ->
              new QuestionReader(fields).read(type).map(q -> new Judged(q, scope, level, traits));
          case "scan" -> entry(EvidenceType.SCAN, fields, scope, level, traits);
          case "backup" -> entry(EvidenceType.BACKUP, fields, scope, level, traits);
          default -> entry(EvidenceType.DEPLOY, fields, scope, level, traits);
        };
    fields.done();
    return findings.count() == before ? read : Optional.empty();
  }

  private Optional<Single> entry(
      EvidenceType type, Fields fields, Scope scope, @Nullable String level, Set<String> traits) {
    Map<MatchField, Set<String>> match = new MatchReader(findings).read(type, fields);
    boolean machineOnly =
        fields
            .node("proof")
            .flatMap(node -> fields.word(node, List.of("machine"), Fields::word))
            .isPresent();
    Each each = fields.oneOf("each", Each.class).orElse(usual(type));
    String must = fields.text("must").orElse(null);
    if (must != null && fields.node("must").orElseThrow() instanceof Node.Scalar scalar) {
      String check =
          match.getOrDefault(MatchField.CHECK, Set.of()).stream().findFirst().orElse(null);
      findings.must(new Findings.MustUse(type, check, scalar, must));
    }
    return freshness(fields)
        .map(fresh -> new Entry(type, match, must, fresh, scope, machineOnly, each, level, traits));
  }

  private Optional<Freshness> freshness(Fields fields) {
    List<String> said =
        List.of("fresh", "within", "noneWithin").stream().filter(fields::has).toList();
    if (said.size() != 1) {
      findings.mistake(
          fields.mapping().place(),
          fields.mapping().path(),
          "one of fresh, within, noneWithin",
          said.isEmpty() ? "none of them" : String.join(" and ", said),
          "say how old the evidence may be, for instance fresh: quarterly");
      return Optional.empty();
    }
    String bounded = Spans.EXPECTED + ", up to 395d";
    return switch (said.get(0)) {
      case "fresh" -> fields.value("fresh", bounded, t -> new Freshness.Newest(Spans.parse(t)));
      case "noneWithin" ->
          fields.value("noneWithin", bounded, t -> new Freshness.NoneWithin(Spans.parse(t)));
      default -> fields.value("within", WITHIN, RequirementReader::within);
    };
  }

  private static Freshness within(String text) {
    Matcher rpo = RPO.matcher(text);
    if (rpo.matches()) {
      return new Freshness.WithinRpo(rpo.group(1) == null ? 1 : Integer.parseInt(rpo.group(1)));
    }
    Duration limit = Spans.parse(text);
    return new Freshness.Within(limit);
  }

  static Each usual(EvidenceType type) {
    return switch (type) {
      case SCAN -> Each.TARGET;
      case BACKUP -> Each.DATASET;
      case DEPLOY -> Each.SERVICE;
    };
  }
}
