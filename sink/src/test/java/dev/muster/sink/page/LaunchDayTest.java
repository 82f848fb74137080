package dev.muster.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runtime.auth.Role;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.Await;
import dev.muster.sink.Samples;
import dev.muster.sink.TestSink;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service page says whether the service is ready on its launch day, and who signed it. */
class LaunchDayTest {
  @TempDir Path folder;
  private TestSink sink;

  @BeforeEach
  void open() {
    sink = new TestSink(folder).filled();
  }

  @AfterEach
  void close() {
    sink.close();
  }

  /** {@code payments}, of which the third gate holds six days more. */
  private void launches(String day) {
    Scorecard card =
        Samples.card(
            "payments",
            "team-money",
            1,
            Samples.score("seven-gates", List.of("load", "on-call", "data-safety"), "PPe"));
    sink.scorecards.append(
        "payments", Scorecard.newBuilder(card).setLaunch(LocalDate.parse(day)).build());
    sink.started();
  }

  private String text() {
    return sink.page("/services/payments")
        .body()
        .replaceAll("(?s)<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void itIsReadyWhereAllHoldsThroughTheDay() {
    launches("2026-11-26");

    assertThat(text()).contains("Ready on launch day? 26 Nov, in 5 days", "Seven gates Ready");
  }

  @Test
  void whatRunsOutOnTheDayItselfIsNamed() {
    launches("2026-11-27");

    assertThat(text())
        .contains("Seven gates Not ready", "data-safety Holds until 27 Nov 2026 14:02 UTC only.");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20, false", "2026-11-21, true", "2026-12-19, true", "2026-12-20, false"})
  void itIsAskedFromFourWeeksBeforeToTheDay(String day, boolean asked) {
    launches(day);

    assertThat(text().contains("Ready on launch day?")).isEqualTo(asked);
  }

  @Test
  void whoSignedIsNamedAndThatItChangedSince() throws IOException {
    // given
    sink.started();
    String anna = sink.person(Role.VIEWER, Role.APPROVER);
    String path = "/api/v1/services/payments/readiness?standard=seven-gates";
    String statement =
        sink.api(path, anna).body().replaceFirst("(?s).*\"statement\":\"([0-9a-f]+)\".*", "$1");
    String body =
        "{\"service\":\"payments\",\"standard\":\"seven-gates\",\"statement\":\""
            + statement
            + "\"}";
    sink.send(
        sink.request("/api/v1/signoffs", "Authorization", "Bearer " + anna)
            .POST(BodyPublishers.ofString(body))
            .build());
    Await.until("it is shown", () -> text().contains("signed off by anna"));
    assertThat(text()).doesNotContain("changed since");
    // when
    sink.scorecards.append(
        "payments",
        Samples.card(
            "payments", "team-money", 1, Samples.score("seven-gates", List.of("load"), "F")));
    // then
    Await.until("it changed", () -> text().contains("; changed since"));
  }
}
