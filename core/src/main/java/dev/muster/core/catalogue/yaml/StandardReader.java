package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code spec} of a Standard. */
final class StandardReader {
  private final Findings findings;

  StandardReader(Findings findings) {
    this.findings = findings;
  }

  /** Empty where a mistake was found. */
  Optional<Standard> read(String id, Fields spec) {
    int before = findings.count();
    spec.require("title", "gates");
    String title = spec.text("title").orElse("");
    List<String> levels = spec.values("levels", "an id", Fields::idOf);
    List<String> known = levels.isEmpty() ? List.of("full") : levels;
    boolean sequence = spec.flag("sequence").orElse(false);
    List<Gate> gates = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields fields : spec.mappings("gates", "id")) {
      String gate = fields.id("id").orElse("");
      if (!gate.isEmpty() && !ids.add(gate)) {
        findings.mistake(
            fields.placeOf("id"),
            fields.pathOf("id"),
            "each gate once",
            gate,
            "give it another id");
      }
      gate(fields, known).ifPresent(gates::add);
    }
    spec.done();
    return findings.count() == before && Fields.idOf(id).equals(id)
        ? Optional.of(new Standard(id, title, known, sequence, gates))
        : Optional.empty();
  }

  private Optional<Gate> gate(Fields fields, List<String> levels) {
    int before = findings.count();
    fields.require("id", "risk", "remedy", "effort", "requires");
    String id = fields.id("id").orElse("");
    String category = fields.text("category").orElse(null);
    String level = level(fields, levels);
    Set<String> traits = traits(fields);
    boolean waivable = fields.flag("waivable").orElse(true);
    String risk = fields.text("risk").orElse("");
    String remedy = fields.text("remedy").orElse("");
    String effort = fields.text("effort").orElse("");
    RequirementReader reader = new RequirementReader(findings, levels);
    List<Requirement> requires =
        fields.mappings("requires", "check").stream()
            .map(reader::read)
            .flatMap(Optional::stream)
            .toList();
    fields.done();
    return findings.count() == before
        ? Optional.of(
            new Gate(id, category, level, traits, waivable, risk, remedy, effort, requires))
        : Optional.empty();
  }

  static @org.jspecify.annotations.Nullable String level(Fields fields, List<String> levels) {
    return fields
        .node("level")
        .flatMap(node -> fields.word(node, levels, text -> text))
        .orElse(null);
  }

  static Set<String> traits(Fields fields) {
    return Set.copyOf(fields.words("traits", Trait.ALL));
  }
}
