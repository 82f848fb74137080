package dev.muster.core.catalogue.yaml;

import static dev.muster.core.catalogue.Requirement.MatchField.CHECK;
import static dev.muster.core.catalogue.Requirement.MatchField.DATASET;
import static dev.muster.core.catalogue.Requirement.MatchField.ENVIRONMENT;
import static dev.muster.core.catalogue.Requirement.MatchField.OPERATION;
import static dev.muster.core.catalogue.Requirement.MatchField.OUTCOME;
import static dev.muster.core.catalogue.Requirement.MatchField.SCOPE;
import static dev.muster.core.catalogue.Requirement.MatchField.STRATEGY;
import static dev.muster.core.catalogue.Requirement.MatchField.TARGET;
import static dev.muster.core.catalogue.Requirement.MatchField.TRIGGER;
import static dev.muster.core.catalogue.Requirement.MatchField.VERIFIED_BY;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.MatchField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which events a requirement looks at. */
final class MatchReader {

  /** By event, the fields it has; with the words that can stand there, none for any. */
  private static final Map<EvidenceType, Map<MatchField, List<String>>> FIELDS =
      Map.of(
          EvidenceType.SCAN,
          Map.of(
              CHECK, List.of(),
              TARGET, List.of(),
              ENVIRONMENT, List.of(),
              OUTCOME, List.of("PASSED", "FAILED", "PARTIAL", "INCONCLUSIVE", "ERROR")),
          EvidenceType.BACKUP,
          Map.of(
              TARGET, List.of(),
              DATASET, List.of(),
              OPERATION, List.of("BACKUP", "COPY", "RESTORE", "VERIFY"),
              OUTCOME, List.of("SUCCEEDED", "FAILED", "PARTIAL", "INCONCLUSIVE", "ERROR"),
              SCOPE, List.of("FULL", "PART"),
              VERIFIED_BY, List.of("NONE", "CHECKSUM", "QUERY", "APPLICATION_BOOTED")),
          EvidenceType.DEPLOY,
          Map.of(
              ENVIRONMENT, List.of(),
              OUTCOME, List.of("STARTED", "SUCCEEDED", "FAILED", "ABORTED", "ROLLED_BACK"),
              TRIGGER, List.of("PIPELINE", "MANUAL"),
              STRATEGY, List.of("ROLLING", "BLUE_GREEN", "CANARY", "RECREATE")));

  private final Findings findings;

  MatchReader(Findings findings) {
    this.findings = findings;
  }

  Map<MatchField, Set<String>> read(EvidenceType type, Fields entry) {
    Map<MatchField, Set<String>> match = new EnumMap<>(MatchField.class);
    entry.mapping("match").ifPresent(fields -> read(type, fields, match));
    if (type == EvidenceType.SCAN) {
      entry.reference("check", Kind.CHECK).ifPresent(check -> match.put(CHECK, Set.of(check)));
      if (match.getOrDefault(CHECK, Set.of()).size() != 1) {
        entry.require("check");
      }
    } else if (type == EvidenceType.BACKUP && !says(entry, "operation")) {
      findings.mistake(
          entry.mapping().place(),
          entry.pathOf("match"),
          "an operation: " + fieldsOf(type).get(OPERATION),
          "none",
          "a backup never proves a restore; say match: {operation: RESTORE}");
    }
    return match;
  }

  private static boolean says(Fields entry, String field) {
    return entry.node("match").orElse(null) instanceof Node.Mapping match
        && match.fields().containsKey(field);
  }

  private void read(EvidenceType type, Fields fields, Map<MatchField, Set<String>> match) {
    fieldsOf(type)
        .forEach(
            (field, words) -> {
              List<String> values = new ArrayList<>();
              for (Node node : nodes(fields, word(field))) {
                value(fields, node, words).ifPresent(values::add);
              }
              if (!values.isEmpty()) {
                match.put(field, Set.copyOf(values));
              }
            });
    if (match.containsKey(CHECK)) {
      match
          .get(CHECK)
          .forEach(
              check ->
                  findings.reference(
                      Kind.CHECK, check, fields.placeOf("check"), fields.pathOf("check")));
    }
    fields.done();
  }

  static Map<MatchField, List<String>> fieldsOf(EvidenceType type) {
    return FIELDS.getOrDefault(type, Map.of());
  }

  private static Optional<String> value(Fields fields, Node node, List<String> words) {
    return words.isEmpty()
        ? fields.scalar(node, "a text", text -> text)
        : fields.word(node, words, text -> text);
  }

  private static List<Node> nodes(Fields fields, String name) {
    return fields
        .node(name)
        .map(node -> node instanceof Node.Items items ? items.items() : List.of(node))
        .orElse(List.of());
  }

  /** As written: {@code verifiedBy}. */
  static String word(MatchField field) {
    return field == VERIFIED_BY ? "verifiedBy" : Fields.word(field.name());
  }
}
