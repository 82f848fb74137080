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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder = Path.of("");

  private record Case(
      String sentence, int status, String body, String arguments, int code, String says) {}

  @TestFactory
  List<DynamicTest> exitCodes() {
    String orders = "--service orders --standard six-pillars";
    String passes = gate("security", "PASS", "2026-12-01T00:00:00Z", "");
    String fails = gate("security", "FAIL", null, "");
    return List.of(
            new Case("ready", 200, one("READY", passes), orders, 0, "orders: READY"),
            new Case(
                "ready with waivers",
                200,
                one("READY_WITH_WAIVERS", gate("security", "WAIVED", null, "")),
                orders,
                0,
                "WAIVED       security"),
            new Case(
                "not ready",
                200,
                one("NOT_READY", passes + ',' + fails),
                orders,
                1,
                "muster explain orders security"),
            new Case(
                "not connected",
                200,
                one("NOT_CONNECTED", gate("security", "MISSING", null, "")),
                orders,
                1,
                "NOT_CONNECTED"),
            new Case(
                "a rule that failed is no verdict",
                200,
                one("NOT_READY", passes + ',' + gate("tests", "CANNOT_JUDGE", null, "")),
                orders,
                3,
                "CANNOT_JUDGE tests"),
            new Case(
                "a contradiction is one, whatever else could not be judged",
                200,
                one("NOT_READY", fails + ',' + gate("tests", "CANNOT_JUDGE", null, "")),
                orders,
                1,
                "FAIL         security"),
            new Case(
                "ready today, not on the day asked for",
                200,
                one("READY", passes),
                orders + " --at 2026-12-01T00:00:00Z",
                1,
                "STALE        security: holds until 2026-12-01T00:00:00Z only."),
            new Case(
                "ready on the day before",
                200,
                one("READY", passes),
                orders + " --at 2026-11-30T23:59:59Z",
                0,
                "READY"),
            new Case(
                "what ran out and was not spoken yet does not count",
                200,
                one("READY", gate("security", "PASS", "2026-11-21T11:59:59Z", "")),
                orders,
                1,
                "STALE"),
            new Case(
                "a proof that ran out and nobody judged since: streams is away",
                200,
                one("READY", overdue(gate("security", "PASS", "2026-11-21T11:00:00Z", ""))),
                orders,
                3,
                "CANNOT_JUDGE security: ran out at 2026-11-21T11:00:00Z and was not judged since"),
            new Case(
                "what failed before that cannot be told either",
                200,
                one(
                    "NOT_READY",
                    overdue(gate("tests", "PASS", "2026-11-21T11:00:00Z", "")) + ',' + fails),
                orders,
                3,
                "orders: cannot tell by six-pillars"),
            new Case(
                "a standard that does not bite yet",
                200,
                upcoming(one("NOT_READY", fails)),
                orders,
                0,
                "orders: binding from 2026-12-01; it would be NOT_READY by six-pillars"),
            new Case(
                "on the day from which it bites",
                200,
                upcoming(one("NOT_READY", fails)),
                orders + " --at 2026-12-01T00:00:00Z",
                1,
                "orders: NOT_READY by six-pillars"),
            new Case(
                "a system that it does not bind yet",
                200,
                upcoming(all(card("orders", "shop", "NOT_READY", fails))),
                "--system shop --standard six-pillars",
                0,
                "shop: not binding yet, it would be NOT_READY by six-pillars"),
            new Case(
                "a waiver that ends before",
                200,
                one(
                    "READY_WITH_WAIVERS",
                    gate("security", "WAIVED", null, "").replace("2099-01-01", "2026-11-25")),
                orders + " --at 2026-11-26T00:00:00Z",
                1,
                "is waived until 2026-11-25T00:00:00Z only."),
            new Case(
                "a lower level",
                200,
                one(
                    "NOT_READY",
                    gate("security", "FAIL", null, entry("code-scan", "full", "FAIL"))),
                orders + " --level first-release",
                0,
                "orders: READY by six-pillars, level first-release"),
            new Case(
                "a level that is not there",
                200,
                one("READY", passes),
                orders + " --level gold",
                3,
                "six-pillars has no level \"gold\"; it has first-release, full"),
            new Case(
                "a standard it is not held to",
                200,
                one("READY", passes),
                "--service orders --standard six-pilars",
                3,
                "orders is not held to six-pilars; did you mean six-pillars?"),
            new Case(
                "a stale view",
                200,
                one("READY", passes)
                    .replace("\"stale\":false", "\"stale\":true")
                    .replace("\"staleSince\":null", "\"staleSince\":\"2026-11-21T11:00:00Z\""),
                orders,
                3,
                "stale since 2026-11-21T11:00:00Z"),
            new Case(
                "an unknown name",
                404,
                "{\"detail\":\"There is no service \\\"orders\\\". Did you mean order?\"}",
                orders,
                3,
                "Did you mean order?"),
            new Case("a wrong token", 401, "{}", orders, 3, "MUSTER_TOKEN_FILE"),
            new Case("not read yet", 503, "{\"detail\":\"later\"}", orders, 3, "503: later"),
            new Case("another server", 200, "<html>", orders, 3, "not as Muster does"),
            new Case("no standard", 200, "{}", "--service orders", 2, "--standard"),
            new Case("service and system", 200, "{}", orders + " --system shop", 2, "mutually"),
            new Case(
                "the past", 200, "{}", orders + " --at 2026-11-20T00:00:00Z", 2, "from now on"),
            new Case("no instant", 200, "{}", orders + " --at tomorrow", 2, "an instant like 2027"),
            new Case(
                "a system: the worst of its services",
                200,
                all(
                    card("orders", "shop", "READY", passes),
                    card("stock", "shop", "NOT_READY", fails)),
                "--system shop --standard six-pillars",
                1,
                "shop: NOT_READY by six-pillars, the worst of 2 services"),
            new Case(
                "an unknown system",
                200,
                all(card("orders", "shop", "READY", passes)),
                "--system shopp --standard six-pillars",
                3,
                "no service of a system \"shopp\" was judged"))
        .stream()
        .map(one -> DynamicTest.dynamicTest(one.sentence(), () -> ends(one)))
        .toList();
  }

  private void ends(Case one) throws IOException {
    HttpServer server = server(one.status(), one.body());
    try {
      Ended ended =
          run(
              new CheckCommand(environment(server.getAddress().getPort()), NOON),
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
            new CheckCommand(environment(port), NOON),
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
        "/api/v1/scorecards",
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

  private static String overdue(String gate) {
    return gate.replace("\"sentence\"", "\"overdue\":true,\"sentence\"");
  }

  private static String upcoming(String body) {
    return body.replace("\"upcomingFrom\":null", "\"upcomingFrom\":\"2026-12-01\"");
  }

  private static String one(String verdict, String gates) {
    return envelope("\"scorecard\":" + card("orders", "shop", verdict, gates));
  }

  private static String all(String... cards) {
    return envelope("\"scorecards\":[" + String.join(",", cards) + "]");
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
