package dev.muster.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.muster.app.word.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SignoffCommandTest {
  private static final String WAIVERS =
      """
      {"waivers": [{"id": "w-1", "service": "orders", "standard": "launch-25", "gate": "cdn",
        "expires": "2027-01-30T00:00:00Z", "decidedBy": "anna@shop.example", "risk": "slow"}]}
      """;

  @TempDir private Path folder = Path.of("");
  private final List<String> posted = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final Queue<String> answers = new ArrayDeque<>();
  private HttpServer server;
  private String outcome = "READY_WITH_WAIVERS";

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean text = "text/plain".equals(exchange.getRequestHeaders().getFirst("Accept"));
    String body = "";
    if (path.equals("/api/v1/signoffs")) {
      posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      body = "{\"id\": \"s-1\", \"subject\": \"system/shop\"}";
    } else if (path.equals("/api/v1/waivers")) {
      body = WAIVERS;
    } else if (text) {
      body = outcome + ": system shop by launch-25\n";
    } else {
      body =
          "{\"stale\": false, \"wouldBe\": \"%s\", \"statement\": \"abc\", \"waivers\": [\"w-1\"]}"
              .formatted(outcome);
    }
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(path.endsWith("signoffs") ? 201 : 200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private record Ended(int code, String text) {}

  private Ended sign(String... more) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "secret\n");
    Map<String, String> environment =
        Map.of(
            "MUSTER_SINK_URL",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "MUSTER_TOKEN_FILE",
            token.toString());
    Terminal terminal =
        question -> {
          asked.add(question);
          return Optional.ofNullable(answers.poll());
        };
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text, true);
    List<String> arguments =
        new ArrayList<>(List.of("--system", "shop", "--standard", "launch-25"));
    arguments.addAll(List.of(more));
    int code =
        new CommandLine(new SignoffCommand(environment, terminal))
            .setOut(writer)
            .setErr(writer)
            .execute(arguments.toArray(String[]::new));
    return new Ended(code, text.toString());
  }

  @Test
  void eachWaiverIsAcceptedAndThenItIsSigned() throws IOException {
    answers.addAll(List.of("yes", "maybe", "y"));

    Ended ended = sign("--note", "the board of Monday");

    assertThat(ended.code()).as(ended.text()).isZero();
    assertThat(ended.text()).contains("READY_WITH_WAIVERS", "Signed for system/shop as s-1");
    assertThat(asked.get(0))
        .contains("launch-25/cdn for orders until 2027-01-30T00:00:00Z", "anna@", "risk: slow");
    assertThat(posted)
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains(
                        "\"system\":\"shop\"",
                        "\"statement\":\"abc\"",
                        "\"waivers\":[\"w-1\"]",
                        "the board of Monday"));
  }

  @Test
  void whoDoesNotAcceptSignsNothing() throws IOException {
    answers.add("no");

    Ended ended = sign();

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.text()).endsWith("Not signed.\n");
    assertThat(posted).isEmpty();
  }

  @Test
  void whereNobodyAnswersNothingIsSigned() throws IOException {
    Ended ended = sign();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.text()).contains("say --yes");
    assertThat(posted).isEmpty();
  }

  @Test
  void withYesAllIsShownAndSigned() throws IOException {
    Ended ended = sign("--yes");

    assertThat(ended.code()).isZero();
    assertThat(ended.text()).contains("Accept the waiver of launch-25/cdn", "? yes");
    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsNotReadyIsNotAskedFor() throws IOException {
    outcome = "NOT_READY";
    assertThat(sign("--yes").code()).isEqualTo(1);
    outcome = "CANNOT_TELL";
    assertThat(sign("--yes").code()).isEqualTo(3);

    assertThat(posted).isEmpty();
  }
}
