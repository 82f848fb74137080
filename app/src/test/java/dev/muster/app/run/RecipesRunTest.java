package dev.muster.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recipes of checks, run as they are printed; what costs money or a cluster is a stand-in. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // JUnit fills them before each test
class RecipesRunTest {
  private static final String ONE_OF_THREE_FAILED =
      """
      mkdir -p target/surefire-reports
      printf '<testsuite>\\n<testcase a="1"/>\\n<testcase a="2">\\n<failure x="y">no</failure>\\n</testcase>\\n<testcase a="3"/>\\n</testsuite>\\n' > target/surefire-reports/TEST-a.xml
      exit 1
      """;
  private static final String ALL_PASSED =
      ONE_OF_THREE_FAILED.replace("<failure x=\"y\">no</failure>\\n", "").replace("exit 1", "");
  private static final String TWO_HOLES =
      """
      echo '{"Results":[{"Vulnerabilities":[{"Severity":"CRITICAL","FixedVersion":"2"},{"Severity":"CRITICAL"},{"Severity":"HIGH"}]}]}' > trivy.json
      """;
  private static final String NINETY_PER_SECOND =
      "echo '{\"metrics\":{\"http_reqs\":{\"rate\":90}}}' > k6.json";

  @TempDir private Path folder = Path.of("");
  private FakeIngest ingest;

  private record Case(String check, String tool, String script, String outcome, String values) {}

  static Stream<Case> cases() {
    List<Case> cases =
        new ArrayList<>(
            List.of(
                new Case("tests", "mvn", ALL_PASSED, "PASSED", "{\"failed\":0.0,\"tests\":3.0}"),
                new Case(
                    "tests",
                    "mvn",
                    ONE_OF_THREE_FAILED,
                    "FAILED",
                    "{\"failed\":1.0,\"tests\":3.0}"),
                new Case(
                    "bundle-size",
                    "npm",
                    "mkdir dist; : > dist/a.js",
                    "PASSED",
                    "{\"firstScriptBytes\":20.0}"),
                new Case("bundle-size", "npm", "exit 1", "FAILED", "{}"),
                new Case("rollback-drill", "kubectl", "exit 1", "FAILED", "{\"commands\":1.0}"),
                new Case("mfa-check", "gh", "echo 0", "PASSED", "{}"),
                new Case("mfa-check", "gh", "echo 2", "FAILED", "{}"),
                new Case("destructive-guardrail", "psql", "exit 2", "FAILED", "{}"),
                new Case("iac-drift", "terraform", "exit 2", "FAILED", "{}"),
                new Case("iac-drift", "terraform", "exit 1", "ERROR", "{}"),
                new Case("secret-scan", "gitleaks", "exit 1", "FAILED", "{}")));
    if (Client.installed("jq")) {
      cases.add(
          new Case(
              "dependency-scan",
              "trivy",
              TWO_HOLES,
              "PASSED",
              "{\"critical\":2.0,\"criticalFixable\":1.0,\"high\":1.0}"));
      cases.add(new Case("dependency-scan", "trivy", "exit 1", "ERROR", "{}"));
      cases.add(new Case("load-test", "k6", NINETY_PER_SECOND, "PASSED", "{\"peakRatio\":1.5}"));
      cases.add(new Case("load-test", "k6", "exit 99", "FAILED", "{}"));
    }
    return cases.stream();
  }

  @BeforeEach
  void start() throws IOException {
    ingest = new FakeIngest(0);
    Client java = Client.all().findFirst().orElseThrow();
    String start = String.join(" ", java.start().stream().map(word -> "'" + word + "'").toList());
    script("muster", "shift; exec " + start + " \"$@\"");
  }

  @AfterEach
  void stop() {
    ingest.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void provesWhatTheToolSaid(Case one) throws Exception {
    script(one.tool(), one.script());

    run(recipe(one.check()));

    assertThat(ingest.posted()).hasSize(1);
    JsonNode fact = ingest.posted().get(0).fact();
    assertThat(fact.path("check").asText()).isEqualTo(one.check());
    assertThat(fact.path("outcome").asText()).isEqualTo(one.outcome());
    assertThat(values(fact)).isEqualTo(one.values());
  }

  private static String values(JsonNode fact) {
    TreeMap<String, Double> values = new TreeMap<>();
    fact.path("values")
        .properties()
        .forEach(one -> values.put(one.getKey(), one.getValue().asDouble()));
    return values.entrySet().stream()
        .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String recipe(String id) {
    return CatalogueReader.builtIn().checks().stream()
        .filter(check -> check.id().equals(id))
        .map(Check::recipe)
        .findFirst()
        .orElseThrow();
  }

  private void script(String name, String lines) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + lines + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private void run(String recipe) throws IOException, InterruptedException {
    Path work = Files.createDirectories(folder.resolve("work"));
    Path token = Files.writeString(folder.resolve("token"), RunContract.TOKEN + "\n");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", recipe)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                "SERVICE", "orders",
                "ENVIRONMENT", "prod-eu",
                "REPOSITORY", "acme/orders",
                "DEPLOYMENT", "orders",
                "ORGANIZATION", "acme",
                "PEAK_PER_SECOND", "60",
                "MUSTER_INGEST_URL", ingest.url(),
                "MUSTER_TOKEN_FILE", token.toString(),
                "MUSTER_SPOOL", folder.resolve("spool").toString()));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.start().waitFor();
  }
}
