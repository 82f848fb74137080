package dev.muster.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as ingest does, with whatever answer is set, and keeps what it was sent. */
final class FakeIngest implements AutoCloseable {
  static final String TAKEN =
      "{\"accepted\":1,\"parked\":0,\"items\":[{\"id\":\"x\",\"status\":\"accepted\"}]}";
  static final String HINTED =
      TAKEN.replace("}]", ",\"hint\":\"no standard asks for it; did you mean tests?\"}]");
  static final String PARKED =
      "{\"accepted\":0,\"parked\":1,\"items\":[{\"id\":\"x\",\"status\":\"parked\","
          + "\"reason\":\"unknown service \\\"ordesr\\\"\",\"didYouMean\":\"orders\"}]}";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private volatile int status = 202;
  private volatile String answer = TAKEN;

  /**
   * @param processes all command lines of the machine at the time
   */
  record Posted(String path, String authorization, JsonNode fact, String processes) {}

  /**
   * @param port 0 for any
   */
  FakeIngest(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::take);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  void answers(int code, String body) {
    status = code;
    answer = body;
  }

  List<Posted> posted() {
    return posted;
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    posted.add(
        new Posted(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            JSON.readTree(body),
            processes()));
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String processes() throws IOException {
    StringBuilder all = new StringBuilder();
    try (DirectoryStream<Path> ids = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path id : ids) {
        try {
          all.append(Files.readString(id.resolve("cmdline"), StandardCharsets.ISO_8859_1))
              .append('\n');
        } catch (IOException gone) {
          // It ended meanwhile.
        }
      }
    }
    return all.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
