package dev.muster.sink.chromium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.sink.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One tab of a {@link Chromium}, driven by the DevTools protocol. */
final class Tab implements AutoCloseable, WebSocket.Listener {
  private static final JsonMapper JSON = new JsonMapper();

  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final StringBuilder partial = new StringBuilder();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private volatile String session = "";

  Tab(HttpClient http, URI devtools) {
    socket = http.newWebSocketBuilder().buildAsync(devtools, this).join();
    String context =
        call("Target.createBrowserContext", Map.of()).path("browserContextId").asText();
    String target =
        call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
            .path("targetId")
            .asText();
    session =
        call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Exceptions, console errors and everything the browser refused, such as by policy. */
  List<String> complaints() {
    return complaints;
  }

  void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  void dark() {
    media("prefers-color-scheme", "dark");
  }

  private void media(String name, String value) {
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", name, "value", value))));
  }

  void withoutScript() {
    call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
  }

  /** Opens a page and waits until it is drawn. */
  void open(String address) {
    call("Page.navigate", Map.of("url", address));
    Await.until("loaded " + address, () -> eval("document.readyState").equals("complete"));
  }

  /** The value of an expression, as text; works with scripts of the page turned off too. */
  String eval(String expression) {
    return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
        .path("result")
        .path("value")
        .asText();
  }

  void await(String expression) {
    Await.until(expression, () -> eval(expression).equals("true"));
  }

  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  void press(String key, int code) {
    Map<String, Object> event = Map.of("key", key, "code", key, "windowsVirtualKeyCode", code);
    for (String type : List.of("rawKeyDown", "char", "keyUp")) {
      ObjectNode params = JSON.valueToTree(event);
      params.put("type", type);
      if (type.equals("char")) {
        params.put("text", "\r");
      }
      call("Input.dispatchKeyEvent", params);
    }
  }

  /** The whole page as PNG. */
  byte[] screenshot(Path file) {
    JsonNode shot =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    byte[] png = Base64.getDecoder().decode(shot.path("data").asText());
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png;
  }

  private JsonNode call(String method, Object params) {
    int id = ids.incrementAndGet();
    ObjectNode request = JSON.createObjectNode().put("id", id).put("method", method);
    request.set("params", JSON.valueToTree(params));
    if (!session.isEmpty()) {
      request.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(request.toString(), true).join();
    return answer.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    partial.append(text);
    if (last) {
      String whole = partial.toString();
      partial.setLength(0);
      take(whole);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void take(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      CompletableFuture<JsonNode> waiting = answers.remove(message.path("id").asInt());
      if (waiting != null) {
        waiting.complete(message.path("result"));
      } else if (complains(message)) {
        complaints.add(message.path("params").toString());
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean complains(JsonNode message) {
    JsonNode params = message.path("params");
    return switch (message.path("method").asText()) {
      case "Runtime.exceptionThrown" -> true;
      case "Runtime.consoleAPICalled" -> params.path("type").asText().equals("error");
      case "Log.entryAdded" ->
          List.of("error", "warning").contains(params.path("entry").path("level").asText());
      default -> false;
    };
  }

  @Override
  public void close() {
    socket.abort();
  }
}
