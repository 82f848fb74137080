package dev.muster.sink;

import dev.muster.runtime.auth.LoginLinks;
import dev.muster.runtime.auth.Role;
import dev.muster.runtime.auth.Scope;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import dev.muster.sink.login.Entrance;
import dev.muster.sink.past.PastLogs;
import dev.muster.sink.view.Origin;
import dev.muster.sink.word.Pen;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The whole sink on free ports, over logs in memory. */
public final class TestSink implements AutoCloseable {
  public final TestClock clock = new TestClock(Samples.NOW);
  public final FakeLog<Scorecard> scorecards = new FakeLog<>("scorecards", clock);
  public final FakeLog<CatalogEntry> catalogue = new FakeLog<>("catalogue", clock);
  public final FakeLog<GateJudgement> gates = new FakeLog<>("gates", clock);
  public final FakeLog<Waiver> waivers = new FakeLog<>("waivers", clock);
  public final FakeLog<Review> reviews = new FakeLog<>("reviews", clock);
  public final FakeLog<Scan> scans = new FakeLog<>("scans", clock);
  public final FakeTopics written = new FakeTopics();
  public final Tokens tokens;
  public final LoginLinks links = new LoginLinks(clock, new SecureRandom());
  public final PrometheusMeterRegistry registry = Registries.prometheus();
  private final Map<String, String> environment;

  /** The JDK's client loses bytes now and then where it upgrades a connection to HTTP/2. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final SinkPart sink;

  public TestSink(Path folder, String... more) {
    this.tokens = new Tokens(folder, clock, new SecureRandom());
    Map<String, String> set = new HashMap<>();
    set.put("MUSTER_SINK_PORT", "0");
    set.put("MUSTER_SINK_PUBLIC_PORT", "0");
    for (int i = 0; i < more.length; i += 2) {
      set.put(more[i], more[i + 1]);
    }
    this.environment = Map.copyOf(set);
    this.sink = build();
  }

  private SinkPart build() {
    Settings settings = new Settings(environment);
    SinkSettings read = SinkSettings.read(settings, HouseSettings.read(settings));
    return new SinkPart(
        read,
        new SinkPart.Origins(
            scorecards.origin(),
            catalogue.origin(),
            waivers.origin(Origin.Holds.EVERY_RECORD),
            reviews.origin(Origin.Holds.EVERY_RECORD),
            new PastLogs(gates.origin(), catalogue.origin(), waivers.origin(), scans.origin())),
        new SinkPart.Written(
            List.of(),
            new Pen(
                records -> {
                  CompletableFuture<Void> done = written.publish(records);
                  written
                      .read(Topics.WAIVER, records)
                      .forEach(step -> waivers.append(step.getService(), step));
                  written
                      .read(Topics.REVIEW, records)
                      .forEach(review -> reviews.append("signed", review));
                  return done;
                },
                written.registry,
                true,
                clock)),
        new Entrance(tokens, links, read.pages(), clock, new SecureRandom()),
        registry,
        clock);
  }

  /** With all samples in the logs. */
  public TestSink filled() {
    Samples.cards().forEach(card -> scorecards.append(card.getService(), card));
    Samples.catalogue().forEach(this::apply);
    return this;
  }

  /** With the waivers of the samples. */
  public TestSink waived() {
    Samples.waivers().forEach(step -> waivers.append(step.getService(), step));
    return this;
  }

  /** Bert, who may ask and may not approve. */
  public String bert() {
    return tokens
        .issuePerson(
            "Bert",
            "bert@shop.example",
            "shop",
            Set.of(Role.VIEWER, Role.RESPONDER),
            Duration.ofDays(9))
        .text();
  }

  public void apply(CatalogEntry entry) {
    catalogue.append(
        entry.getKind() == CatalogKind.SERVICE
            ? entry.getId()
            : entry.getKind() + ":" + entry.getId() + '@' + entry.getHash(),
        entry);
  }

  /** Until both logs have been read. */
  public TestSink started() {
    sink.start();
    Await.until("ready", () -> sink.check().ready());
    return this;
  }

  /** Without waiting for anything. */
  public TestSink startedOnly() {
    sink.start();
    return this;
  }

  public SinkPart part() {
    return sink;
  }

  /** A token of a person with these roles. */
  public String person(Role... roles) {
    return tokens
        .issuePerson("Anna", "anna@shop.example", "sre", Set.of(roles), Duration.ofDays(30))
        .text();
  }

  /** A token of a machine that may read these services. */
  public String machine(String... services) {
    return tokens
        .issueMachine("ci", Map.of("service", new Scope(List.of(services))), Optional.empty())
        .text();
  }

  public String viewer() {
    return person(Role.VIEWER);
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  /** As the API is asked. */
  public HttpResponse<String> api(String path, String token) {
    return get(path, "Authorization", "Bearer " + token);
  }

  public HttpResponse<String> publicGet(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(sink.publicUri().resolve(path));
    return send(with(request, headers).GET().build());
  }

  /** A form as a browser sends it from our own page. */
  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Origin", sink.uri().toString())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** The cookie of somebody who has logged in. */
  public String login(String token) {
    HttpResponse<String> answer =
        post("/login", "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    return cookie(answer);
  }

  public static String cookie(HttpResponse<?> answer) {
    return answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
  }

  /** A page for somebody who is logged in. */
  public HttpResponse<String> page(String path) {
    return get(path, "Cookie", login(viewer()));
  }

  public HttpRequest.Builder request(String path, String... headers) {
    return with(HttpRequest.newBuilder(URI.create(sink.uri() + path)), headers);
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.timeout(Duration.ofSeconds(60));
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public HttpClient http() {
    return http;
  }

  /** Behind the test's back: each server takes its two seconds to end. */
  @Override
  public void close() {
    new Thread(sink::close, "closing").start();
  }
}
