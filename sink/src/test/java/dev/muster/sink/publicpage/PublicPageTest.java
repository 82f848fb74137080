package dev.muster.sink.publicpage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sink.TestSink;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPageTest {
  @TempDir Path folder;
  private TestSink sink;

  @BeforeEach
  void open() {
    sink = new TestSink(folder).filled().started();
  }

  @AfterEach
  void close() {
    sink.close();
  }

  @Test
  void showsTheComponentsAndClaimsNothing() {
    // when
    HttpResponse<String> page = sink.publicGet("/");
    // then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<h2>Shop</h2>", "Checkout", "Payments", "Search", "no status published yet")
        .contains("<time datetime=\"2026-11-21T14:02:00Z\">21 Nov 2026 14:02 UTC</time>")
        .doesNotContainIgnoringCase("operational");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "payments\"",
        "warehouse",
        "team-",
        "anna",
        "shop.example",
        "db-7",
        "tier",
        "seven-gates",
        "muster_session",
        "/login",
        "/api"
      })
  void nothingInternalIsOnIt(String internal) {
    // given
    sink.scorecards.away(true);
    sink.catalogue.away(true);
    sink.clock.advance(Duration.ofMinutes(1));
    // when
    HttpResponse<String> page = sink.publicGet("/");
    // then
    assertThat(page.body()).doesNotContain(internal);
    assertThat(page.headers().map().toString()).doesNotContain(internal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/login",
        "/api/v1/scorecards",
        "/api/v1/stream",
        "/services/orders",
        "/assets/live.js",
        "/assets/muster.css.map"
      })
  void nothingElseIsThere(String path) {
    assertThat(sink.publicGet(path).statusCode()).isEqualTo(404);
  }

  @Test
  void itsHealthNamesNoReason() {
    // given
    sink.catalogue.away(true);
    sink.clock.advance(Duration.ofMinutes(1));
    // then
    assertThat(sink.publicGet("/readyz").body()).isEqualTo("{\"ok\":true}");
  }

  @Test
  void cachesMayKeepItAndAskWhetherItIsStillGood() {
    // given
    HttpResponse<String> first = sink.publicGet("/");
    String tag = first.headers().firstValue("etag").orElseThrow();
    // when
    HttpResponse<String> again = sink.publicGet("/", "If-None-Match", tag);
    // then
    assertThat(first.headers().firstValue("cache-control").orElseThrow())
        .startsWith("public, max-age=15");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void saysSinceWhenItIsNotUpToDate() {
    // given
    sink.catalogue.away(true);
    // when
    sink.clock.advance(Duration.ofMinutes(20));
    // then
    assertThat(sink.publicGet("/").body()).contains("Not up to date since 21 Nov 2026 14:02 UTC");
  }
}
