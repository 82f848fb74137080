package dev.muster.sink.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runtime.auth.Authentication;
import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.auth.Role;
import dev.muster.runtime.auth.Scope;
import dev.muster.sink.TestSink;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
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

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/services/orders", "/?owner=team-shop"})
  void aStrangerIsLedToTheFormAndBack(String path) {
    // when
    HttpResponse<String> answer = sink.get(path);
    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).startsWith("/login?next=");
    // when
    HttpResponse<String> form = sink.get(location(answer));
    String next = form.body().replaceAll("(?s).*name=\"next\" value=\"([^\"]*)\".*", "$1");
    HttpResponse<String> in = sink.post("/login", "token=" + sink.viewer() + "&next=" + next);
    // then
    assertThat(location(in)).isEqualTo(path);
  }

  @Test
  void aTokenOpensASessionInACookieThatScriptsAndOtherSitesDoNotGet() {
    // when
    HttpResponse<String> answer = sink.post("/login", "token=" + sink.viewer());
    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
    assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Strict", "Path=/");
    assertThat(sink.get("/", "Cookie", TestSink.cookie(answer)).statusCode()).isEqualTo(200);
  }

  @Test
  void behindAProxyTheCookieIsForTlsOnly(@TempDir Path other) {
    // given
    try (TestSink proxied =
        new TestSink(other, "MUSTER_SINK_BEHIND_PROXY", "true").filled().started()) {
      // when
      HttpResponse<String> answer = proxied.post("/login", "token=" + proxied.viewer());
      // then
      assertThat(answer.headers().firstValue("set-cookie").orElseThrow()).contains("Secure");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "muster_p_0000"})
  void aWrongTokenIsUnauthorizedAndNotRepeated(String token) {
    // when
    HttpResponse<String> answer = sink.post("/login", "token=" + token);
    // then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    assertThat(answer.body()).contains("not valid").doesNotContain("muster_p_0000");
  }

  @Test
  void aPersonWithoutTheRoleIsForbidden() {
    assertThat(sink.post("/login", "token=" + sink.person(Role.ATTESTER)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aMachineHasNoBusinessWithPages() {
    // given
    String token =
        sink.tokens
            .issueMachine("ci", Map.of("service", new Scope(List.of("*"))), Optional.empty())
            .text();
    // then
    assertThat(sink.post("/login", "token=" + token).statusCode()).isEqualTo(401);
    assertThat(sink.api("/", token).statusCode()).isEqualTo(403);
  }

  @Test
  void aLinkShowsAButtonFirstAndWorksOnce() {
    // given
    Authentication known = sink.tokens.identify(sink.viewer());
    Person person = (Person) ((Authentication.Known) known).identity();
    String code = sink.links.issue(person);
    // when
    HttpResponse<String> shown = sink.get(sink.part().loginLink(code).getPath());
    HttpResponse<String> first = sink.post("/login", "link=" + code);
    HttpResponse<String> second = sink.post("/login", "link=" + code);
    HttpResponse<String> stale = sink.get(sink.part().loginLink(code).getPath());
    // then
    assertThat(shown.body()).contains("This link works once").contains(code);
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(second.statusCode()).isEqualTo(401);
    assertThat(stale.statusCode()).isEqualTo(410);
    assertThat(stale.body()).contains("This link was used already").doesNotContain("works once");
  }

  @Test
  void whatIsNotThereIsAPageForBrowsersAndAProblemForPrograms() {
    // when
    HttpResponse<String> browser = sink.get("/nothing", "Accept", "text/html,*/*;q=0.8");
    HttpResponse<String> open = sink.publicGet("/nothing", "Accept", "text/html,*/*;q=0.8");
    HttpResponse<String> program = sink.get("/nothing", "Accept", "*/*");
    // then
    assertThat(browser.statusCode()).isEqualTo(404);
    assertThat(browser.body()).contains("<h1>Not Found</h1>", "There is nothing at this path.");
    assertThat(browser.headers().firstValue("content-security-policy")).isPresent();
    assertThat(open.body()).contains("<h1>Not Found</h1>").doesNotContain("All services");
    assertThat(program.body()).startsWith("{").contains("There is nothing at this path.");
  }

  @Test
  void loggingOutEndsTheSessionHereAndInTheBrowser() {
    // given
    String cookie = sink.login(sink.viewer());
    // when
    HttpResponse<String> out = sink.post("/logout", "", "Cookie", cookie);
    // then
    assertThat(out.headers().firstValue("set-cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(sink.get("/", "Cookie", cookie).statusCode()).isEqualTo(303);
  }

  @Test
  void aSessionEndsAfterAWorkingDay() {
    // given
    String cookie = sink.login(sink.viewer());
    // when
    sink.clock.advance(Sessions.LIFE);
    // then
    assertThat(sink.get("/", "Cookie", cookie).statusCode()).isEqualTo(303);
  }

  @Test
  void aSessionEndsWithTheTokenItStandsOn() {
    // given
    String cookie = sink.login(sink.viewer());
    // when
    sink.tokens.list().forEach(token -> sink.tokens.revoke(token.identity().tokenId()));
    // then
    assertThat(sink.get("/", "Cookie", cookie).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({"Origin, https://evil.example", "Origin, null", "Sec-Fetch-Site, cross-site", "X, y"})
  void aFormOfAnotherSiteIsRefused(String header, String value) {
    // given
    HttpRequest request =
        sink.request("/login", header, value)
            .POST(HttpRequest.BodyPublishers.ofString("token=" + sink.viewer()))
            .build();
    // then
    assertThat(sink.send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void tenWrongTriesCloseTheDoorForAWhile() {
    // given
    for (int i = 0; i < Tries.MISSES; i++) {
      sink.post("/login", "token=wrong");
    }
    // when
    HttpResponse<String> limited = sink.post("/login", "token=" + sink.viewer());
    // then
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("retry-after")).hasValue("300");
    assertThat(sink.registry.scrape())
        .contains("muster_sink_logins_total{outcome=\"limited\"} 1")
        .contains("muster_sink_logins_total{outcome=\"refused\"} 10");
    // when
    sink.clock.advance(Tries.SPAN.plus(Duration.ofSeconds(1)));
    // then
    assertThat(sink.post("/login", "token=" + sink.viewer()).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "https://evil.example", "/\\evil.example", "%2F%2Fevil.example"})
  void theWayBackNeverLeavesThisServer(String next) {
    // when
    HttpResponse<String> in = sink.post("/login", "token=" + sink.viewer() + "&next=" + next);
    // then
    assertThat(location(in)).isEqualTo("/");
  }

  @Test
  void whoMayNotReadPagesIsToldSoOnOne() {
    // given
    String token = "Bearer " + sink.person(Role.ATTESTER);
    // when
    HttpResponse<String> page =
        sink.get("/waivers", "Authorization", token, "Accept", "text/html,*/*");
    // then
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.headers().firstValue("content-type").orElseThrow()).contains("text/html");
    assertThat(page.body()).contains("Pages are for people with the role viewer.", "<title>");
    // when
    HttpResponse<String> document = sink.get("/waivers", "Authorization", token);
    // then
    assertThat(document.headers().firstValue("content-type").orElseThrow())
        .contains("application/problem+json");
  }
}
