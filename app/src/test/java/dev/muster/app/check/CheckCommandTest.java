package dev.muster.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.muster.app.Unreachable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
  @TempDir private Path folder = Path.of("");

  private record Case(
      String sentence, int status, String body, String arguments, int code, String says) {}

  @TestFactory
  List<DynamicTest> exitCodes() {
    String orders = "--service orders --standard six-pillars";
    return List.of(
            new Case("ready", 200, "READY: orders by six-pillars\n", orders, 0, "READY: orders"),
            new Case("ready with waivers", 200, "READY_WITH_WAIVERS: orders\n", orders, 0, "WAIV"),
            new Case("announced only", 200, "NOT_BINDING: orders\n", orders, 0, "NOT_BINDING"),
            new Case(
                "not ready",
                200,
                "NOT_READY: orders\n  FAIL         security: it failed\n",
                orders,
                1,
                "FAIL         security: it failed"),
            new Case("not connected", 200, "NOT_CONNECTED: orders\n", orders, 1, "CONNECTED"),
            new Case("cannot tell", 200, "CANNOT_TELL: orders\n", orders, 3, "CANNOT_TELL"),
            new Case("a system", 200, "READY: x\n", "--system shop --standard s", 0, "READY"),
            new Case(
                "an unknown name",
                404,
                "{\"detail\":\"There is no service \\\"orders\\\". Did you mean order?\"}",
                orders,
                3,
                "Did you mean order?"),
            new Case(
                "a time that is over",
                400,
                "{\"detail\":\"\\\"at\\\" lies in the past.\"}",
                orders + " --at 2026-11-20",
                3,
                "lies in the past"),
            new Case("no right", 403, "{\"detail\":\"May not.\"}", orders, 3, "May not."),
            new Case("a wrong token", 401, "{}", orders, 3, "MUSTER_TOKEN_FILE"),
            new Case("not read yet", 503, "{\"detail\":\"later\"}", orders, 3, "503: later"),
            new Case("another server", 200, "<html>", orders, 3, "not as Muster does"),
            new Case("another server's refusal", 404, "<html>", orders, 3, "not as Muster does"),
            new Case("no standard", 200, "{}", "--service orders", 2, "--standard"),
            new Case("service and system", 200, "{}", orders + " --system shop", 2, "mutually"),
            new Case("no instant", 200, "{}", orders + " --at tomorrow", 2, "need a day or an"))
        .stream()
        .map(one -> DynamicTest.dynamicTest(one.sentence(), () -> ends(one)))
        .toList();
  }

  private void ends(Case one) throws IOException {
    HttpServer server = server(one.status(), one.body());
    try {
      Ended ended =
          run(
              new CheckCommand(environment(server.getAddress().getPort())),
              one.arguments().split(" "));

      assertThat(ended.text()).contains(one.says());
      assertThat(ended.code()).isEqualTo(one.code());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nobodyThere() throws IOException {
    HttpServer server = server(200, "{}");
    int port = server.getAddress().getPort();
    server.stop(0);

    Ended ended =
        run(
            new CheckCommand(environment(port)),
            "--service",
            "orders",
            "--standard",
            "six-pillars");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.text()).contains("no answer from http://127.0.0.1:" + port);
  }

  @Test
  void anExplanationSaysWhatWasAskedSeenAndWhatWouldProveIt() throws IOException {
    String body =
        one(
            "NOT_READY",
            gate(
                "data-integrity",
                "MISSING",
                null,
                entry("RESTORE", "first-release", "MISSING").replace("\"!\"", "\"orders-db\"")));
    HttpServer server = server(200, body);
    try {
      Ended ended =
          run(
              new ExplainCommand(environment(server.getAddress().getPort())),
              "orders",
              "data-integrity");

      assertThat(ended.code()).isZero();
      assertThat(ended.text())
          .contains(
              "orders, six-pillars (level full): NOT_READY",
              "data-integrity: MISSING since 2026-11-01T00:00:00Z",
              "- each dataset: RESTORE at most 100 days old, where duration > duration('0s'); from"
                  + " level first-release",
              "- migration-rollback at most 100 days old, by a machine; from level full",
              "- MISSING: RESTORE was never seen.",
              "muster run --service orders --backup RESTORE --dataset orders-db --scope FULL"
                  + " --verified-by CHECKSUM -- restic restore latest");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anExplanationNamesWhatIsProvenToo() throws IOException {
    String whole =
        gate("data-integrity", "PASS", "2026-12-01T00:00:00Z", "")
            .replace("\"evidence\":null", "\"evidence\":\"e-7\"");
    String part = gate("data-integrity", "MISSING", null, entry("RESTORE", "full", "MISSING"));

    String passes = explained(one("READY", whole));
    String lacks = explained(one("NOT_READY", part));

    assertThat(passes)
        .contains(
            "proven, all of it until 2026-12-01T00:00:00Z (what ends first: event e-7):",
            "- each dataset: RESTORE at most");
    assertThat(passes.substring(passes.indexOf("proven"))).contains("- migration-rollback");
    assertThat(lacks.substring(lacks.indexOf("proven:"), lacks.indexOf("not proven:")))
        .contains("- migration-rollback")
        .doesNotContain("RESTORE");
  }

  @Test
  void slosAreToldWithTheirAlertsAndWhy() throws IOException {
    String slos =
        """
        "slos":[{"slo":"availability","health":"AT_RISK","since":"2026-11-21T11:00:00Z",\
        "alert":"PAGE","alertSince":"2026-11-21T10:00:00Z","sentence":"It burns."},\
        {"slo":"latency","health":"NO_DATA","since":"2026-11-20T00:00:00Z","alert":null,\
        "alertSince":null,"sentence":"It was never sampled."}],"standards\"""";
    HttpServer server = server(200, one("READY", "").replace("\"standards\"", slos));
    try {
      Ended all = run(new ExplainCommand(environment(server.getAddress().getPort())), "orders");

      assertThat(all.text())
          .contains(
              "orders, SLOs",
              "availability: AT_RISK since 2026-11-21T11:00:00Z",
              "PAGE open since 2026-11-21T10:00:00Z",
              "It burns.",
              "latency: NO_DATA since 2026-11-20T00:00:00Z",
              "It was never sampled.");
    } finally {
      server.stop(0);
    }
  }

  private String explained(String body) throws IOException {
    HttpServer server = server(200, body);
    try {
      ExplainCommand command = new ExplainCommand(environment(server.getAddress().getPort()));
      return run(command, "orders", "six-pillars/data-integrity").text();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anUnknownGateIsNamedWithTheNearest() throws IOException {
    HttpServer server = server(200, one("READY", gate("security", "PASS", null, "")));
    try {
      Ended ended =
          run(new ExplainCommand(environment(server.getAddress().getPort())), "orders", "securty");

      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.text()).contains("orders has no \"securty\"; did you mean security?");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aGateIsFoundWithItsStandardAndItsCommandNamesAProductionThatCounts() throws IOException {
    String body =
        one(
            "NOT_READY",
            gate("observability", "MISSING", null, entry("structured-logs", "full", "MISSING")));
    HttpServer server =
        server(200, body.replace("\"scorecard\":", "\"production\":\"prod-eu\",\"scorecard\":"));
    try {
      Map<String, String> environment = environment(server.getAddress().getPort());
      Ended ended = run(new ExplainCommand(environment), "orders", "six-pillars/observability");
      Ended other = run(new ExplainCommand(environment), "orders", "six-gates/observability");

      assertThat(ended.code()).isZero();
      assertThat(ended.text())
          .contains("observability: MISSING", "--scan structured-logs --environment prod-eu");
      assertThat(other.code()).isEqualTo(3);
      assertThat(other.text()).contains("did you mean six-pillars/observability?");
    } finally {
      server.stop(0);
    }
  }

  private record Ended(int code, String text) {}

  private static Ended run(Callable<Integer> command, String... arguments) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text, true);
    int code =
        new CommandLine(command)
            .setOut(writer)
            .setErr(writer)
            .setExecutionExceptionHandler(
                (thrown, line, parsed) -> {
                  writer.println(thrown.getMessage());
                  return thrown instanceof Unreachable ? 3 : 99;
                })
            .execute(arguments);
    return new Ended(code, text.toString());
  }

  private Map<String, String> environment(int port) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "secret\n");
    return Map.of(
        "MUSTER_SINK_URL", "http://127.0.0.1:" + port, "MUSTER_TOKEN_FILE", token.toString());
  }

  private static HttpServer server(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/",
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          boolean known =
              "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(known ? status : 500, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    return server;
  }

  private static String one(String verdict, String gates) {
    return envelope("\"scorecard\":" + card("orders", "shop", verdict, gates));
  }

  private static String envelope(String rest) {
    return "{\"asOf\":\"2026-11-21T12:00:00Z\",\"stale\":false,\"staleSince\":null," + rest + "}";
  }

  private static String card(String service, String system, String verdict, String gates) {
    return """
    {"service":"%s","system":"%s","standards":[{"standard":"six-pillars","level":"full",\
    "definition":"ab","verdict":"%s","upcomingFrom":null,"apply":2,"passed":1,"waived":0,\
    "onPersonsWord":0,"levels":[{"level":"first-release","verdict":"READY"},\
    {"level":"full","verdict":"%s"}],"gates":[%s]}]}"""
        .formatted(service, system, verdict, verdict, gates);
  }

  private static String gate(
      String gate,
      String status,
      @org.jspecify.annotations.Nullable String expires,
      String entries) {
    return """
    {"gate":"%s","status":"%s","sentence":"Because.","since":"2026-11-01T00:00:00Z",\
    "expires":%s,"evidence":null,"waiverExpires":%s,"entries":[%s]}"""
        .formatted(
            gate,
            status,
            expires == null ? "null" : '"' + expires + '"',
            status.equals("WAIVED") ? "\"2099-01-01T00:00:00Z\"" : "null",
            entries);
  }

  private static String entry(String name, String level, String status) {
    return """
    {"name":"%s","target":"!","level":"%s","status":"%s","sentence":"%s was never seen."}"""
        .formatted(name, level, status, name);
  }
}
