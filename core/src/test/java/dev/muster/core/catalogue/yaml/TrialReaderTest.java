package dev.muster.core.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.Trial;
import dev.muster.core.catalogue.yaml.CatalogueReader.Reading.Valid;
import dev.muster.core.catalogue.yaml.TrialReader.Reading;
import dev.muster.core.slo.Slo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrialReaderTest {
  private static final String SLO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: %s}
      spec:
        service: %s
        budgetingMethod: Occurrences
        timeWindow: [{duration: 30d, isRolling: true}]
        objectives: [{target: %s}]
      """;
  private static final String BAR =
      """
      apiVersion: muster/v1
      kind: Standard
      metadata: {name: bar}
      spec:
        title: The bar
        levels: [%s]
        gates:
          - id: scanned
            risk: a secret in the open
            remedy: scan
            effort: a day
            requires: [{check: secret-scan, fresh: %s}]
      """;
  private static final Catalogue KNOWN = known();

  private static Catalogue known() {
    String town =
        """
        apiVersion: muster/v1
        kind: Team
        metadata: {name: team-a}
        spec: {zone: UTC, members: [{email: ann@example.org, roles: [responder]}]}
        ---
        apiVersion: muster/v1
        kind: Service
        metadata: {name: orders}
        spec: {owner: team-a, tier: 2, lifecycle: production, standards: [{id: bar, level: all}]}
        """;
    var reading =
        CatalogueReader.read(
            new TreeMap<>(
                Map.of(
                    "town.yaml", town,
                    "bar.yaml", BAR.formatted("all", "P9D"),
                    "slo.yaml", SLO.formatted("answers", "orders", "0.999"))));
    assertThat(reading).isInstanceOf(Valid.class);
    return ((Valid) reading).catalogue();
  }

  private static Trial slos(String text) {
    return valid(TrialReader.slos(files(text), KNOWN));
  }

  private static SortedMap<String, String> files(String text) {
    return new TreeMap<>(Map.of("tried.yaml", text));
  }

  private static Trial valid(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) reading).trial();
  }

  private static List<String> mistakes(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Invalid.class);
    return ((Reading.Invalid) reading).mistakes().stream().map(Mistake::toString).toList();
  }

  @Test
  void anSloReplacesTheOneOfItsNameAndAnotherIsAdded() {
    Service orders = KNOWN.services().get(0);

    Trial trial =
        slos(
            SLO.formatted("answers", "orders", "0.99")
                + "---\n"
                + SLO.formatted("fast", "orders", "0.9"));

    assertThat(trial.of(orders).slos().stream().map(Slo::name)).containsExactly("answers", "fast");
    assertThat(trial.of(orders).slos().get(0).target()).isEqualByComparingTo("0.99");
    assertThat(trial.of(orders).heldTo(List.of()).promising(List.of()))
        .isEqualTo(orders.heldTo(List.of()).promising(List.of()));
    assertThat(trial.of(orders).standards()).isEqualTo(orders.standards());
  }

  @Test
  void aStandardReplacesThatOfItsIdWhereverItIsAsked() {
    Service orders = KNOWN.services().get(0);

    Trial trial = valid(TrialReader.standards(files(BAR.formatted("all", "P3D")), KNOWN));

    Standard tried = trial.standards().get("bar");
    assertThat(trial.of(orders).standards().get(0).hash())
        .isEqualTo(CatalogueCodec.hash(CatalogueCodec.write(Objects.requireNonNull(tried))))
        .isNotEqualTo(orders.standards().get(0).hash());
    assertThat(trial.of(orders).standards().get(0).level()).isEqualTo("all");
    assertThat(trial.of(orders).slos()).isEqualTo(orders.slos());
  }

  @Test
  void whatCannotBeTriedIsNamedByItsPlace() {
    assertThat(mistakes(TrialReader.slos(files(SLO.formatted("a", "order", "0.9")), KNOWN)))
        .containsExactly(
            "tried.yaml:5:12: spec.service: expected the name of a service, got \"order\";"
                + " did you mean orders?");
    assertThat(mistakes(TrialReader.slos(files(BAR.formatted("all", "P3D")), KNOWN)))
        .contains(
            "tried.yaml:3:18: expected an SLO, got a standard;"
                + " only what is to be tried belongs here; keep it in a file of its own");
    assertThat(mistakes(TrialReader.slos(files("# nothing yet\n"), KNOWN)))
        .containsExactly("tried.yaml:1:1: expected an SLO, got none; write down what to try");
    assertThat(mistakes(TrialReader.standards(files(BAR.formatted("most", "P3D")), KNOWN)))
        .containsExactly(
            "tried.yaml:3:18: spec.levels: expected level \"all\", which orders is held to,"
                + " got most");
    assertThat(
            mistakes(
                TrialReader.standards(
                    files(BAR.formatted("all", "P3D").replace("{name: bar}", "{name: baz}")),
                    KNOWN)))
        .containsExactly(
            "tried.yaml:3:18: metadata.name: expected a standard that a service is held to,"
                + " got \"baz\"; give it the id of the one that it is to replace");
  }
}
