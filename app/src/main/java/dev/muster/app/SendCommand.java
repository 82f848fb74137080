package dev.muster.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.app.run.RunSettings;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster send}: what ingest takes over HTTP, from a file. */
@Command(
    name = "send",
    description = "Sends facts to ingest and says what became of each.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster send deploy deploy.json",
      "  jq -n '[{...}, {...}]' | muster send scan -",
      "",
      "Exit codes: 0 all taken, 1 some refused or parked, 2 wrong use, 3 no answer."
    })
final class SendCommand implements Callable<Integer>, ReadsSettings {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();

  /** What is told. */
  enum Kind {
    DEPLOY,
    ALERT,
    BACKUP,
    SCAN,
    SLI
  }

  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
  private Kind kind = Kind.DEPLOY;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "JSON, one fact or an array of them; - reads standard input.")
  private Path file = Path.of("-");

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;

  SendCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(Addresses.INGEST, OwnToken.FILE, HouseSettings.DATA);
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    RunSettings settings =
        RunSettings.read(Addresses.of(environment), Path.of(System.getProperty("user.home")));
    HttpResponse<String> answer = post(settings, read());
    JsonNode body = parsed(answer.body());
    if (answer.statusCode() >= 500 || body.isMissingNode()) {
      throw new Unreachable(
          "ingest at %s answered %d: %s"
              .formatted(settings.named(), answer.statusCode(), body.path("detail").asText()));
    } else if (answer.statusCode() >= 400) {
      out.printf("refused: %s%n", body.path("detail").asText());
      body.path("errors")
          .forEach(
              error ->
                  out.printf(
                      "  %s: need %s, got %s%n",
                      error.path("field").asText(),
                      error.path("expected").asText(),
                      error.path("got").asText()));
      return Exit.NO;
    }
    Set<String> hints = new LinkedHashSet<>();
    body.path("items")
        .forEach(
            item -> {
              out.println(line(item));
              hints.add(item.path("hint").asText(""));
            });
    hints.stream().filter(hint -> !hint.isEmpty()).forEach(hint -> out.println("note: " + hint));
    return body.path("parked").asInt() == 0 ? Exit.OK : Exit.NO;
  }

  private static String line(JsonNode item) {
    String reason = item.path("reason").asText("");
    String near = item.path("didYouMean").asText("");
    return item.path("status").asText()
        + " "
        + item.path("id").asText()
        + (reason.isEmpty() ? "" : ": " + reason)
        + (near.isEmpty() ? "" : "; did you mean " + near + "?");
  }

  private byte[] read() {
    try {
      return file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "cannot read " + file + "; name a file of JSON, or - for standard input",
          e);
    }
  }

  private HttpResponse<String> post(RunSettings settings, byte[] body) throws InterruptedException {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    try {
      return http.send(
          HttpRequest.newBuilder(
                  settings.ingest().resolve("/v1/facts/" + kind.name().toLowerCase(Locale.ROOT)))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + Files.readString(settings.tokenFile()).strip())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (java.nio.file.NoSuchFileException e) {
      throw new Unreachable(
          "there is no token in " + settings.tokenFile() + " (MUSTER_TOKEN_FILE)");
    } catch (IOException e) {
      throw new Unreachable("no answer from ingest at " + settings.named());
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
