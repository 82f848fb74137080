package dev.muster.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ChecksCommandTest {
  private static final String CARD =
      """
      {"stale":false,"scorecard":{"service":"orders","system":"shop","traits":[],"standards":[
       {"standard":"six-pillars","level":"first-release","definition":"a","verdict":"NOT_READY",
        "levels":[{"level":"first-release","verdict":"NOT_READY"},{"level":"full","verdict":"NOT_READY"}],
        "gates":[
         {"gate":"observability","status":"MISSING","since":"2026-11-01T00:00:00Z","entries":[
          {"name":"structured-logs","level":"first-release","status":"MISSING"},
          {"name":"metrics","level":"full","status":"MISSING"}]},
         {"gate":"security","status":"STALE","since":"2026-11-01T00:00:00Z","entries":[
          {"name":"authorization-review","level":"first-release","status":"STALE"},
          {"name":"structured-logs","level":"first-release","status":"MISSING"}]},
         {"gate":"tests-and-pipeline","status":"MISSING","since":"2026-11-01T00:00:00Z","entries":[
          {"name":"PagesAnswered or page-drill","level":"first-release","status":"MISSING"}]},
         {"gate":"reliability","status":"PASS","since":"2026-11-01T00:00:00Z","entries":[]}]}]}}
      """;

  @TempDir private Path folder = Path.of("");

  private record Ended(int code, String text) {}

  @Test
  void listsWhoCanAnswerAndHowManyGatesAsk() {
    Ended ended = run();

    assertThat(ended.code()).isZero();
    assertThat(ended.text().lines())
        .hasSize(55)
        .contains(
            "CHECK                    PROOF    SCOPE     GATES  QUESTION",
            "page-drill               person   rotation      4  How long until somebody answers a"
                + " page that nobody expected?");
  }

  @Test
  void forAServiceWhatLightsMostGatesStandsFirst() {
    Ended ended = run("--service", "orders", "--missing");

    assertThat(ended.code()).isZero();
    assertThat(
            ended
                .text()
                .lines()
                .map(line -> line.replaceFirst("(\\S) {2,}(person|machine).*", "$1")))
        .containsExactly(
            " ALONE  GATES  CHECK                    PROOF    SCOPE     QUESTION",
            "     1      2  structured-logs",
            "     1      1  page-drill",
            "     0      1  authorization-review");
  }

  @Test
  void withoutMissingEveryCheckIsThere() {
    assertThat(run("--service", "orders").text().lines()).hasSize(55);
  }

  @Test
  void missingNeedsAService() {
    Ended ended = run("--missing");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.text()).contains("--missing needs --service: whose proofs are missing?");
  }

  private Ended run(String... arguments) {
    try {
      HttpServer server = server();
      Path token = Files.writeString(folder.resolve("token"), "secret\n");
      StringWriter text = new StringWriter();
      try {
        ChecksCommand command =
            new ChecksCommand(
                Map.of(
                    "MUSTER_SINK_URL",
                    "http://127.0.0.1:" + server.getAddress().getPort(),
                    "MUSTER_TOKEN_FILE",
                    token.toString()));
        PrintWriter writer = new PrintWriter(text, true);
        int code = new CommandLine(command).setOut(writer).setErr(writer).execute(arguments);
        return new Ended(code, text.toString());
      } finally {
        server.stop(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/scorecards/orders",
        exchange -> {
          byte[] bytes = CARD.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }
}
