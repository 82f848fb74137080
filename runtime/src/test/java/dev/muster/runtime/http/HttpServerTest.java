package dev.muster.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import dev.muster.runtime.settings.SettingsRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  private static final ListenSettings NAMES = ListenSettings.of("DOOR", 0);
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Health> health = new HashMap<>(Map.of("kafka", Health.up()));

  private HttpServer server(Listen listen) {
    return new HttpServer(
        "door",
        listen,
        Operations.open(() -> health, Registries.prometheus()),
        builder -> {
          builder.service("/works", (ctx, req) -> HttpResponse.of("yes"));
          builder.service(
              "/echo",
              (ctx, req) ->
                  HttpResponse.of(req.aggregate().thenApply(all -> HttpResponse.of(200))));
          builder.service(
              "/breaks",
              (ctx, req) -> {
                throw new IllegalStateException("secret inside");
              });
        });
  }

  private static Listen listen(String... settings) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    return NAMES.read(new Settings(environment), Ports.FIXED);
  }

  private java.net.http.HttpResponse<String> get(HttpServer server, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.uri().resolve(path)).build(), BodyHandlers.ofString());
  }

  @Test
  void anAnswerCarriesSecurityHeadersAndNoVersion() throws Exception {
    try (HttpServer server = server(listen())) {
      server.start();

      var answer = get(server, "/works");

      assertThat(answer.body()).isEqualTo("yes");
      assertThat(answer.headers().map())
          .containsKeys("x-content-type-options", "content-security-policy", "cache-control")
          .doesNotContainKey("server");
    }
  }

  @Test
  void aBugIsAProblemDocumentThatShowsNothingOfTheInside() throws Exception {
    try (HttpServer server = server(listen())) {
      server.start();

      var answer = get(server, "/breaks");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
      assertThat(answer.body())
          .isEqualTo(
              "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                  + "\"detail\":\"Something went wrong here; the log says where.\"}");
    }
  }

  @Test
  void anUnknownPathIsAProblemDocument() throws Exception {
    try (HttpServer server = server(listen())) {
      server.start();

      var answer = get(server, "/nowhere");

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
      assertThat(answer.headers().map()).containsKey("x-content-type-options");
    }
  }

  @Test
  void aLargeRequestIsAnswered413() throws Exception {
    try (HttpServer server = server(listen("MUSTER_DOOR_MAX_REQUEST_BYTES", "1024"))) {
      server.start();

      var answer =
          client.send(
              HttpRequest.newBuilder(server.uri().resolve("/echo"))
                  .POST(HttpRequest.BodyPublishers.ofString("x".repeat(4096)))
                  .build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }
  }

  @Test
  void healthIsBadOnlyWhenARestartMayHelpAndReadinessWhenNoWorkShouldBeSent() throws Exception {
    try (HttpServer server = server(listen())) {
      server.start();

      health.put("kafka", new Health.Starting("Kafka is away"));
      assertThat(get(server, "/healthz").statusCode()).isEqualTo(200);
      assertThat(get(server, "/readyz").statusCode()).isEqualTo(503);
      assertThat(get(server, "/readyz").body())
          .isEqualTo(
              "{\"ok\":false,\"parts\":{\"kafka\":{\"status\":\"starting\",\"reason\":\"Kafka is away\"}}}");
      health.put("kafka", new Health.Down("ended"));
      assertThat(get(server, "/healthz").statusCode()).isEqualTo(503);
      assertThat(get(server, "/metrics").body()).contains("jvm_memory");
    }
  }

  @Test
  void strangersAreGivenNeitherReasonsNorMetrics() throws Exception {
    health.put("kafka", new Health.Down("secret"));
    try (HttpServer server =
        new HttpServer("door", listen(), Operations.bare(() -> health), builder -> {})) {
      server.start();

      assertThat(get(server, "/readyz").body()).isEqualTo("{\"ok\":false}");
      assertThat(get(server, "/metrics").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aPortInUseIsNamedWithItsSetting() throws Exception {
    try (ServerSocket taken = taken();
        HttpServer server = server(listen("MUSTER_DOOR_PORT", "" + taken.getLocalPort()))) {
      assertThatThrownBy(server::start)
          .isInstanceOf(PortInUse.class)
          .hasMessageContaining(taken.getLocalPort() + ", which door wants, is in use")
          .hasMessageContaining("MUSTER_DOOR_PORT");
    }
  }

  @Test
  void theNextFreePortIsTakenWhenAsked() throws Exception {
    try (ServerSocket taken = taken()) {
      Settings settings = new Settings(Map.of("MUSTER_DOOR_PORT", "" + taken.getLocalPort()));
      try (HttpServer server = server(NAMES.read(settings, Ports.AUTO))) {
        server.start();

        assertThat(server.uri().getPort()).isGreaterThan(taken.getLocalPort());
        assertThat(get(server, "/works").body()).isEqualTo("yes");
      }
    }
  }

  @Test
  void anAddressThatOthersReachNeedsTlsOrAProxy() {
    assertThatThrownBy(() -> listen("MUSTER_DOOR_BIND", "0.0.0.0"))
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContaining("MUSTER_DOOR_TLS_CERTIFICATE_FILE")
        .hasMessageContaining("MUSTER_DOOR_BEHIND_PROXY=true");
    assertThat(
            listen("MUSTER_DOOR_BIND", "0.0.0.0", "MUSTER_DOOR_BEHIND_PROXY", "true").behindProxy())
        .isTrue();
    assertThatThrownBy(() -> listen("MUSTER_DOOR_BIND", "127.0.0.1.example.org"))
        .isInstanceOf(SettingsRefused.class);
  }

  @Test
  void certificateAndKeyNeedEachOther() {
    assertThatThrownBy(() -> listen("MUSTER_DOOR_TLS_KEY_FILE", "key.pem"))
        .hasMessageContaining("need each other");
  }

  @Test
  void aProblemSaysWhenToAskAgain() {
    var answer =
        Problem.unavailable("Kafka is away.", java.time.Duration.ofSeconds(5)).aggregated();

    assertThat(answer.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(answer.headers().get("retry-after")).isEqualTo("5");
  }

  @Test
  void beforeItListensItHasNoAddress() {
    HttpServer server = server(listen());

    assertThat(server.check()).isInstanceOf(Health.Starting.class);
    assertThatThrownBy(server::uri).isInstanceOf(IllegalStateException.class);
  }

  private static ServerSocket taken() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void itClosesInAMomentAndLetsItsPortGo() throws Exception {
    HttpServer server = server(listen());
    server.start();
    get(server, "/works");
    int port = server.uri().getPort();

    long asked = System.nanoTime();
    server.close();
    Duration took = Duration.ofNanos(System.nanoTime() - asked);

    assertThat(took).isLessThan(Duration.ofSeconds(1));
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }
}
