package dev.muster.app.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.muster.app.clients.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The snippets for GitHub and GitLab, run as those would. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("dev.muster.app.clients.Shell#all")
class PipelinesTest extends GateContract {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path GITHUB = CLIENTS.resolve("github/action.yml");
  private static final Path GITLAB = CLIENTS.resolve("gitlab/muster.yml");
  private static final List<String> ASKED =
      List.of("url", "service", "system", "standard", "level", "at", "cannot-tell");

  private static List<JsonNode> documents(Path file) throws IOException {
    try (var all = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      return all.readAll();
    }
  }

  /** The inputs as their defaults are, where a test does not give them. */
  private static Map<String, String> inputs(JsonNode declared, Map<String, String> given) {
    Map<String, String> inputs = new LinkedHashMap<>();
    declared
        .properties()
        .forEach(one -> inputs.put(one.getKey(), one.getValue().path("default").asText("")));
    assertThat(inputs.keySet()).containsAll(given.keySet()).containsAll(ASKED);
    inputs.putAll(given);
    return inputs;
  }

  private static String filled(String text, String pattern, Map<String, String> inputs) {
    return Pattern.compile(pattern)
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(input(inputs, found.group(1))));
  }

  private static String input(Map<String, String> inputs, String name) {
    assertThat(inputs).containsKey(name);
    return inputs.getOrDefault(name, "");
  }

  private Ended github(Map<String, String> given) throws Exception {
    JsonNode action = documents(GITHUB).get(0);
    Map<String, String> inputs = inputs(action.path("inputs"), given);
    JsonNode step = action.path("runs").path("steps").path(0);
    assertThat(action.path("runs").path("using").asText()).isEqualTo("composite");
    assertThat(step.path("shell").asText()).isEqualTo("sh");
    environment.clear();
    step.path("env")
        .properties()
        .forEach(
            one ->
                environment.put(
                    one.getKey(),
                    filled(one.getValue().asText(), "\\$\\{\\{ inputs\\.(\\S+) }}", inputs)));
    environment.put("GITHUB_ACTION_PATH", GITHUB.resolveSibling("").toString());
    environment.put("GITHUB_ACTIONS", "true");
    return script(step.path("run").asText());
  }

  private Ended gitlab(Map<String, String> given) throws Exception {
    List<JsonNode> both = documents(GITLAB);
    Map<String, String> inputs = inputs(both.get(0).path("spec").path("inputs"), given);
    String hole = "\\$\\[\\[ inputs\\.(\\S+) ]]";
    JsonNode job = both.get(1).elements().next();
    environment.remove("MUSTER_SINK_URL");
    job.path("variables")
        .properties()
        .forEach(
            one -> environment.put(one.getKey(), filled(one.getValue().asText(), hole, inputs)));
    environment.put("GITLAB_CI", "true");
    return script(filled(job.path("script").path(0).asText(), hole, inputs));
  }

  /** As both do: a file, ended by the first command that fails. */
  private Ended script(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("step"), text);
    return shell.run(folder, environment, List.of("-e", file.toString()));
  }

  @Test
  void aGithubStepAsksTheGateWithTheTokenOfTheSecret() throws Exception {
    gate.answers(answer(200, "READY all of it."), answer(200, "NOT_READY one gate of seven."));
    Map<String, String> given =
        Map.of("url", gate.url(), "token", TOKEN, "service", "orders", "standard", "seven-gates");

    Ended ready = github(given);
    Ended not = github(given);

    assertThat(ready.code()).isZero();
    assertThat(not.code()).isEqualTo(1);
    assertThat(not.output()).contains("::error title=Muster::NOT_READY one gate of seven.");
    assertThat(gate.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.authorization()).isEqualTo("Bearer " + TOKEN);
              assertThat(asked.processes()).doesNotContain(TOKEN);
              assertThat(asked.uri())
                  .isEqualTo("/api/v1/services/orders/readiness?standard=seven-gates");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/clients/muster-check", "URL"})
  void aGitlabJobRunsTheScriptOfTheRepositoryOrOfAnAddress(String where) throws Exception {
    gate.answers(answer(200, "READY_WITH_WAIVERS one."), answer(200, "NOT_CONNECTED at all."));
    Map<String, String> given =
        Map.of(
            "url", gate.url(),
            "system", "shop",
            "standard", "launch-25",
            "at", "2027-01-15T08:00:00Z",
            "script", where.equals("URL") ? gate.url() + "/raw/muster-check" : SCRIPT.toString());

    Ended ready = gitlab(given);
    Ended not = gitlab(given);

    assertThat(ready.code()).isZero();
    assertThat(not.code()).isEqualTo(1);
    assertThat(gate.asked())
        .extracting(FakeGate.Asked::uri)
        .containsOnly(
            "/api/v1/systems/shop/readiness?standard=launch-25&at=2027-01-15T08%3A00%3A00Z");
  }

  @Test
  void bothPassOnWhatItMeansThatNobodyCanTell() throws Exception {
    gate.answers(answer(200, "CANNOT_TELL streams is away."));
    Map<String, String> asked =
        Map.of("url", gate.url(), "service", "orders", "standard", "six-gates");
    Map<String, String> pass = new LinkedHashMap<>(asked);
    pass.put("cannot-tell", "pass");
    Map<String, String> secret = new LinkedHashMap<>(asked);
    secret.put("script", SCRIPT.toString());
    pass.put("token", TOKEN);

    Ended passed = github(pass);
    environment.put("MUSTER_TOKEN_FILE", folder.resolve("token").toString());
    environment.remove("GITHUB_ACTIONS");
    Ended blocked = gitlab(secret);

    assertThat(passed.code()).isZero();
    assertThat(passed.output()).contains("::warning title=Muster::NOT CHECKED");
    assertThat(blocked.code()).isEqualTo(3);
    assertThat(blocked.output()).contains("ERROR: muster-check: cannot tell");
  }
}
