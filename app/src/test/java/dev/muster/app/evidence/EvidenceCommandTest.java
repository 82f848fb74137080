package dev.muster.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.muster.app.Unreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvidenceCommandTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final String ROWS = "service,gate\r\norders,über\r\n";

  @TempDir private Path folder = Path.of("");
  private HttpServer server;
  private String asked = "";
  private int status = 200;
  private int promised = ROWS.getBytes(UTF_8).length;
  private String body = ROWS;

  @BeforeEach
  void answer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/evidence",
        exchange -> {
          asked = exchange.getRequestURI().toString();
          exchange.sendResponseHeaders(status, promised);
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        });
    server.createContext(
        "/api/v1/scorecards",
        exchange -> {
          byte[] known =
              "{\"scorecards\": [], \"detail\": \"There is no service.\"}".getBytes(UTF_8);
          boolean one = exchange.getRequestURI().getPath().endsWith("/orders");
          exchange.sendResponseHeaders(one ? 404 : 200, known.length);
          exchange.getResponseBody().write(known);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private record Ended(int code, String out, String err) {}

  private Ended run(String... arguments) throws IOException {
    Map<String, String> environment =
        Map.of(
            "MUSTER_SINK_URL",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "MUSTER_TOKEN_FILE",
            Files.writeString(folder.resolve("token"), "secret\n").toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err, true);
    int code =
        new CommandLine(new EvidenceCommand(environment, NOON, new PrintStream(out, true, UTF_8)))
            .setErr(writer)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (thrown, line, parsed) -> {
                  writer.println(thrown.getMessage());
                  return thrown instanceof Unreachable ? 3 : 99;
                })
            .execute(arguments);
    return new Ended(code, out.toString(UTF_8), err.toString());
  }

  @Test
  void whatTheSinkSaysIsPassedThroughByteByByte() throws IOException {
    // when
    Ended ended = run("--standard", "bar", "--from", "2026-01-01", "--system", "a shop");
    // then
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo(ROWS);
    assertThat(asked)
        .isEqualTo(
            "/api/v1/evidence?standard=bar&from=2026-01-01T00:00:00Z&to=2026-11-21T12:00:00Z"
                + "&system=a%20shop&format=csv");
  }

  @Test
  void aNameThatIsNotKnownNowIsNotedSinceNothingWouldLookTheSame() throws IOException {
    // when
    Ended service = run("--standard", "bar", "--from", "2026-01-01", "--service", "orders");
    Ended system = run("--standard", "bar", "--from", "2026-01-01", "--system", "shop");
    Ended all = run("--standard", "bar", "--from", "2026-01-01");
    // then
    assertThat(service.err()).contains("note: There is no service.");
    assertThat(service.code()).isZero();
    assertThat(service.out()).isEqualTo(ROWS);
    assertThat(system.err()).contains("note: No service is of a system \"shop\" now.");
    assertThat(all.err()).isEmpty();
  }

  @Test
  void aFileIsThereOnlyWhenAllOfItCame() throws IOException {
    // given
    Path whole = folder.resolve("whole.csv");
    Path part = folder.resolve("part.csv");
    // when
    Ended good = run("--standard", "bar", "--from", "2026-01-01", "--out", whole.toString());
    promised += 100;
    Ended bad = run("--standard", "bar", "--from", "2026-01-01", "--out", part.toString());
    // then
    assertThat(good.code()).isZero();
    assertThat(whole).hasContent(ROWS);
    assertThat(bad.code()).isEqualTo(3);
    assertThat(bad.err()).contains("was cut off: what came is not whole");
    assertThat(folder).isDirectoryNotContaining("glob:**part*");
  }

  @Test
  void whatIsWrongIsSaidBeforeAnybodyIsAsked() throws IOException {
    // when
    Ended day = run("--standard", "bar", "--from", "yesterday");
    Ended order = run("--standard", "bar", "--from", "2026-02-01", "--to", "2026-01-01");
    Ended both = run("--standard", "b", "--from", "2026-02-01", "--service", "s", "--system", "y");
    // then
    assertThat(day.code()).isEqualTo(2);
    assertThat(day.err()).contains("need a day like 2026-03-01");
    assertThat(order.code()).isEqualTo(2);
    assertThat(order.err()).contains("--from needs a date before --to");
    assertThat(both.code()).isEqualTo(2);
    assertThat(asked).isEmpty();
  }

  @Test
  void whatTheSinkRefusesIsToldInItsWords() throws IOException {
    // given
    status = 404;
    body = "{\"detail\":\"No standard \\\"baz\\\" was ever applied. Did you mean bar?\"}";
    promised = body.length();
    // when
    Ended unknown = run("--standard", "baz", "--from", "2026-01-01");
    status = 403;
    Ended forbidden = run("--standard", "baz", "--from", "2026-01-01", "--format", "json");
    // then
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.err()).contains("Did you mean bar?");
    assertThat(unknown.out()).isEmpty();
    assertThat(forbidden.code()).isEqualTo(3);
    assertThat(asked).endsWith("format=json");
  }
}
