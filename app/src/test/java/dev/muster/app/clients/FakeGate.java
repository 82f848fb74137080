package dev.muster.app.clients;

import static java.util.Locale.ROOT;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers as the release gate of the sink does, with whatever answers are set. */
final class FakeGate implements AutoCloseable {
  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private Answer last = new Answer(200, "READY");

  record Answer(int status, String body) {}

  /**
   * @param processes all command lines of the machine at the time
   */
  record Asked(String uri, String authorization, String accept, String processes) {}

  FakeGate(Path script) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/", this::answer);
    server.createContext(
        "/raw/muster-check", exchange -> send(exchange, 200, Files.readAllBytes(script)));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The last one from then on. */
  synchronized void answers(Answer... these) {
    answers.addAll(List.of(these));
  }

  List<Asked> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        new Asked(
            escapesAlike(exchange.getRequestURI().toString()),
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("Accept"),
            processes()));
    Answer answer = next();
    send(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private synchronized Answer next() {
    Optional.ofNullable(answers.poll()).ifPresent(one -> last = one);
    return last;
  }

  private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Some versions of curl write %3a. */
  private static String escapesAlike(String uri) {
    return Pattern.compile("%..").matcher(uri).replaceAll(one -> one.group().toUpperCase(ROOT));
  }

  private static String processes() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
