package dev.muster.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.core.gate.cel.MustCompiler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulebookTest {
  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final List<Standard> STANDARDS =
      List.copyOf(CatalogueReader.builtIn().standards());
  private static final Map<String, Check> CHECKS =
      CatalogueReader.builtIn().checks().stream()
          .collect(Collectors.toUnmodifiableMap(Check::id, Function.identity()));

  private static Service service(String name, String owner, @Nullable LocalDate launch) {
    return new Service(
        name,
        launch == null ? null : "what it is for",
        owner,
        "shop",
        1,
        launch == null ? Set.of() : Set.of("ada@acme.example"),
        Lifecycle.PRODUCTION,
        launch,
        Set.of("public", "data"),
        null,
        STANDARDS.stream().map(one -> new StandardUse(one.id(), null, null, null)).toList(),
        Map.of(),
        List.of(),
        400.0,
        null,
        List.of(new Dataset("db", "postgres", Dataset.DEFAULT_RPO, null, null, null)),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static Rulebook compiled(Service service) {
    return Rulebook.of(service, NOON, STANDARDS, CHECKS, MustCompiler::compile);
  }

  @Test
  void servicesOfOneShapeHaveTheSameRules() {
    // given: two that differ in all that no rule reads
    Service one = service("orders", "team-checkout", null);
    Service other = service("billing", "team-money", LocalDate.parse("2027-01-15"));

    // when
    Rulebook shared = compiled(one).sharedBy(other, NOON.plusSeconds(1));

    // then
    Rulebook own = compiled(other);
    assertThat(Rulebook.shape(one)).isEqualTo(Rulebook.shape(other));
    assertThat(shared.gates()).isEqualTo(own.gates()).isNotEmpty();
    assertThat(shared.gates())
        .allSatisfy(gate -> assertThat(shared.ruleHash(gate)).isEqualTo(own.ruleHash(gate)));
    assertThat(shared.service()).isEqualTo(other);
    assertThat(shared.received()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void whatARuleReadsMakesAnotherShape() {
    Service one = service("orders", "team-checkout", null);
    Service other = service("billing", "team-checkout", null);

    assertThat(Rulebook.shape(one)).isEqualTo(Rulebook.shape(other));
    assertThat(Rulebook.shape(Cases.rulebook("seven-gates", Set.of("data")).service()))
        .isNotEqualTo(Rulebook.shape(one));
  }
}
