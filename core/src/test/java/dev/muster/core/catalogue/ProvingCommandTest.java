package dev.muster.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.yaml.CatalogueReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvingCommandTest {

  @Test
  void namesAnEnvironmentThatCounts() {
    assertThat(command("prod-*", "prod-eu", "prod-us").deploy())
        .isEqualTo("muster run --service orders --deploy --environment prod-eu -- ./deploy.sh");
    assertThat(command().environment()).contains("production");
    assertThat(command("prod*").environment()).contains("production");
    assertThat(command("eu 1; x").deploy()).contains("--environment 'eu 1; x' --");
  }

  @Test
  void leavesAVariableWhereOnlyPatternsAreDeclared() {
    assertThat(command("live-*").deploy()).contains("--environment \"$ENVIRONMENT\"");
  }

  @Test
  void noBuiltInRecipeNamesAnEnvironmentThatMayNotCount() {
    for (Check check : CatalogueReader.builtIn().checks()) {
      assertThat(command("prod-eu").of(check))
          .as(check.id())
          .doesNotContain("$SERVICE", "$ENVIRONMENT")
          .doesNotContainPattern("--environment (?!prod-eu)");
    }
  }

  private static ProvingCommand command(String... production) {
    Service service =
        new Service(
            "orders",
            null,
            "team-checkout",
            null,
            1,
            Set.of(),
            Lifecycle.PRODUCTION,
            null,
            Set.of(),
            null,
            List.of(),
            production.length == 0 ? Map.of() : Map.of("production", List.of(production)),
            List.of(),
            null,
            null,
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    ProvingCommand command = ProvingCommand.of(service);
    assertThat(command.environment().filter(name -> !service.isProduction(name)))
        .isEqualTo(Optional.empty());
    return command;
  }
}
