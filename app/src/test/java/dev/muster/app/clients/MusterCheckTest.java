package dev.muster.app.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.app.clients.Shell.Ended;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code clients/muster-check} under each shell. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("dev.muster.app.clients.Shell#all")
class MusterCheckTest extends GateContract {

  private Ended check(String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of(SCRIPT.toString(), "--tries=3", "--pause=0"));
    all.addAll(List.of("--standard", "seven-gates"));
    all.addAll(List.of(more));
    return shell.run(folder, environment, all);
  }

  private Ended orders(String... more) throws Exception {
    return check(
        Stream.concat(Stream.of("--service", "orders"), Stream.of(more)).toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          READY orders by seven-gates., 0
          READY not binding before 2027-01-01., 0
          READY, 0
          READY_WITH_WAIVERS one of seven is waived., 0
          NOT_READY two gates of seven do not hold., 1
          NOT_READY: two gates of seven do not hold., 1
          NOT_CONNECTED nothing was ever heard., 1
          CANNOT_TELL a proof ran out and was not judged., 3
          """)
  void endsAsTheWordOfTheGateSays(String sentence, int code) throws Exception {
    gate.answers(answer(200, sentence + "\n  MISSING data-safety: never restored\n"));

    Ended ended = orders();

    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.output())
        .startsWith("muster-check: " + sentence + "\n")
        .contains("muster-check: MISSING data-safety: never restored\n");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(problem(400, "no level \\\"lunch\\\""), 2, 2),
        arguments(problem(401, "who are you?"), 3, 3),
        arguments(problem(403, "viewer is needed"), 3, 3),
        arguments(problem(404, "did you mean orders?"), 3, 3),
        arguments(problem(503, "still reading"), 3, 0),
        arguments(problem(500, "a bug"), 3, 0),
        arguments(answer(302, ""), 3, 0),
        arguments(answer(200, "<html>Please log in</html>"), 3, 0),
        arguments(answer(200, ""), 3, 0),
        arguments(answer(200, "CANNOT_TELL streams is away."), 3, 0));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void theTeamChoosesWhatItMeansThatNobodyCanTellAndMistakesAlwaysBlock(
      FakeGate.Answer answer, int blocking, int passing) throws Exception {
    gate.answers(answer);

    Ended block = orders();
    Ended pass = orders("--cannot-tell", "pass");

    assertThat(block.code()).isEqualTo(blocking);
    assertThat(pass.code()).isEqualTo(passing);
    String said = answer.body().replaceAll(".*\"detail\":\"(.*)\".*", "$1").replace("\\\"", "\"");
    assertThat(block.errors()).contains(said.startsWith("CANNOT") ? "streams is away" : "");
    assertThat(pass.errors().contains("NOT CHECKED")).isEqualTo(passing == 0);
    if (said.length() > 0 && answer.status() >= 400) {
      assertThat(block.errors()).contains(said).contains("answered " + answer.status());
      assertThat(pass.errors()).contains(said);
    }
  }

  @Test
  void whoDoesNotAnswerIsAskedAgain() throws Exception {
    gate.answers(problem(503, "still reading"), problem(503, "still"), answer(200, "READY now."));

    Ended ended = orders();

    assertThat(ended.code()).isZero();
    assertThat(gate.asked()).hasSize(3);
  }

  @Test
  void whoIsGoneIsNamedAndNobodyCanTell() throws Exception {
    gate.close();

    Ended block = orders();
    Ended pass = orders("--cannot-tell=pass");

    assertThat(block.code()).isEqualTo(3);
    assertThat(block.errors())
        .contains("no answer from " + gate.url() + "/api/v1/services/orders/readiness")
        .contains("curl: (7)");
    assertThat(pass.code()).isZero();
    assertThat(pass.errors()).contains("warning: NOT CHECKED");
  }

  @Test
  void asksWhatItWasToldToAndTheTokenIsNowhereToBeSeen() throws Exception {
    Ended one = orders("--level", "first-release", "--at", "2027-01-15T08:00:00+01:00");
    Ended all = check("--system", "shop");

    assertThat(gate.asked())
        .extracting(FakeGate.Asked::uri)
        .containsExactly(
            "/api/v1/services/orders/readiness?standard=seven-gates&level=first-release"
                + "&at=2027-01-15T08%3A00%3A00%2B01%3A00",
            "/api/v1/systems/shop/readiness?standard=seven-gates");
    assertThat(gate.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.authorization()).isEqualTo("Bearer " + TOKEN);
              assertThat(asked.accept()).isEqualTo("text/plain");
              assertThat(asked.processes()).contains("curl").doesNotContain(TOKEN);
            });
    assertThat(one.output() + one.errors() + all.output() + all.errors()).doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS, '::error title=Muster::NOT_READY 10%25 left', '::warning title=Muster::NOT'",
    "GITLAB_CI, '\033[31;1mERROR: muster-check: NOT_READY 10% left', '\033[0;33mWARNING: muster'"
  })
  void marksTheResultAsTheBuildServerShowsIt(String server, String error, String warning)
      throws Exception {
    environment.put(server, "true");
    gate.answers(answer(200, "NOT_READY 10% left"), answer(200, "CANNOT_TELL no streams."));

    Ended no = orders();
    Ended unknown = orders("--cannot-tell=pass");

    assertThat(no.output()).contains(error);
    assertThat(unknown.output()).contains(warning).contains("no streams.");
  }

  @Test
  void whatIsAnsweredGivesNoOrdersToTheBuildServer() throws Exception {
    environment.put("GITHUB_ACTIONS", "true");
    gate.answers(answer(200, "READY fine\n::stop-commands::x\n##[add-path]y\n\033[0Ksection\r"));

    Ended ended = orders();

    assertThat(ended.output().lines())
        .containsExactly(
            "muster-check: READY fine",
            "muster-check: ::stop-commands::x",
            "muster-check: ## [add-path]y",
            "muster-check:  [0Ksection ");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''                                        , need one of --service and --system
          --service=orders --system=shop            , need one of --service and --system
          --service=../admin                        , need a name of letters
          --service=orders --standard=              , need --standard
          --service=orders --cannot-tell=maybe      , need block or pass
          --service=orders --tries=0                , need 1 to 99
          --service=orders --pause=soon             , need 0 to 999
          --service=orders --colour=red             , unknown option --colour
          --service=orders --level                  , --level needs a value
          --service=orders now                      , need options only
          """)
  void wrongUseIsSaidAndNothingAsked(String words, String said) throws Exception {
    Ended ended = check(words.isEmpty() ? new String[0] : words.split(" ", -1));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors()).contains(said).contains("muster-check --help");
    assertThat(gate.asked()).isEmpty();
  }

  @Test
  void withoutATokenItEndsEvenWhereNobodyCanTellPasses() throws Exception {
    Files.writeString(folder.resolve("token"), "two words");
    Ended broken = orders("--cannot-tell=pass");
    Files.delete(folder.resolve("token"));
    Ended missing = orders("--cannot-tell=pass");

    assertThat(List.of(broken.code(), missing.code())).containsOnly(3);
    assertThat(broken.errors()).contains("is no token");
    assertThat(missing.errors()).contains("no token can be read from");
    assertThat(gate.asked()).isEmpty();
  }
}
