package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Requirement.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code spec} of a Check. */
final class CheckReader {
  private static final String NAME = "[a-z][A-Za-z0-9]{0,49}";

  private final Findings findings;

  CheckReader(Findings findings) {
    this.findings = findings;
  }

  /** Empty where a mistake was found. */
  Optional<Check> read(String id, Fields spec) {
    int before = findings.count();
    spec.require("question", "proof", "recipe");
    String question = spec.text("question").orElse("");
    Map<String, String> values = values(spec);
    Check.Proof proof = spec.oneOf("proof", Check.Proof.class).orElse(Check.Proof.MACHINE);
    Scope scope = spec.oneOf("scope", Scope.class).orElse(Scope.SERVICE);
    boolean reportNeeded = spec.flag("reportNeeded").orElse(false);
    List<String> statements = spec.texts("statements");
    List<String> producers = spec.texts("producers");
    String recipe = spec.text("recipe").orElse("");
    if (proof == Check.Proof.PERSON && statements.isEmpty()) {
      spec.require("statements");
    }
    spec.done();
    return findings.count() == before
        ? Optional.of(
            new Check(
                id, question, values, proof, scope, reportNeeded, statements, producers, recipe))
        : Optional.empty();
  }

  private Map<String, String> values(Fields spec) {
    Map<String, String> values = new LinkedHashMap<>();
    spec.mapping("values")
        .ifPresent(
            fields ->
                fields
                    .any()
                    .forEach(
                        (name, field) -> {
                          if (!name.matches(NAME)) {
                            findings.mistake(
                                field.place(),
                                fields.pathOf(name),
                                "a name such as minutesToAck",
                                name,
                                "letters and digits, a small one first");
                          }
                          fields
                              .scalar(field.value(), "its unit and meaning", text -> text)
                              .ifPresent(unit -> values.put(name, unit));
                        }));
    return values;
  }
}
