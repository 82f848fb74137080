package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.GateJudgement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** People give their word at the command line, and a catalogue changes under it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WordIT {
  private static final Pattern WRITTEN = Pattern.compile("as ([0-9a-f-]{36})\\.");
  private static final String REVIEW = "authorization-review";
  private static final String DRILL = "diagnosis-drill";

  private String drill = "";
  private House house;

  @BeforeAll
  void start(@TempDir Path temporary) {
    house = House.start(temporary);
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
  }

  @Test
  @Order(1)
  void eachStatementIsAskedAndTheAnswersAreSigned() {
    // when
    Program.Ended said =
        house
            .ann()
            .answers(List.of("yes", "perhaps", "y", "YES"), "attest", "orders", REVIEW)
            .mustBe(0);

    // then
    assertThat(said.out())
        .contains("Does every endpoint refuse", "This counts for orders.", "muster explain orders");
    assertThat(said.err())
        .contains("Each endpoint and each background job", "changing an id. [yes/no]");
    JsonNode gate = house.gate("orders", "reviewed", "PASS");
    assertThat(gate.path("proof").asText()).isEqualTo("PERSON");
    assertThat(gate.path("evidence").asText()).isEqualTo(id(said.out()));
    assertThat(gate.path("sentence").asText()).contains("ann@example.org");
  }

  @Test
  @Order(2)
  void aNewWordTakesThePlaceOfTheOldOne() {
    house.ann().answers(List.of("yes", "no", "yes"), "attest", "orders", REVIEW).mustBe(0);
    house.gate("orders", "reviewed", "FAIL");

    house.ann().runs("attest", "orders", REVIEW, "--yes").mustBe(0);
    house.gate("orders", "reviewed", "PASS");
  }

  @Test
  @Order(3)
  void itIsGoodFromTheDayItHeldAndNoFurtherBackThanTwoWeeks() {
    // given
    Instant held = Instant.now().minus(Duration.ofDays(13)).truncatedTo(ChronoUnit.DAYS);
    String tooEarly = held.minus(Duration.ofDays(7)).toString();

    // when
    Program.Ended early =
        house.ann().runs("attest", "payments", REVIEW, "--yes", "--held-on", tooEarly);
    house
        .ann()
        .runs("attest", "payments", REVIEW, "--yes", "--held-on", held.toString().substring(0, 10))
        .mustBe(0);

    // then
    early.mustBe(1);
    assertThat(early.err()).contains("--held-on needs at most 14 days back");
    assertThat(house.gate("payments", "reviewed", "PASS").path("expires").asText())
        .isEqualTo(held.plus(Duration.ofDays(190)).toString());
  }

  @Test
  @Order(4)
  void aReportIsKnownByItsNameAndContentAndAnAuditorFindsIt() throws Exception {
    // given
    Path report =
        Files.writeString(house.ann().folder().resolve("a report.pdf"), "nothing serious");
    String[] word = {"attest", "orders", "penetration-test", "--yes", "--value", "openHigh=0"};

    // when
    Program.Ended without = house.ann().runs(word);
    Program.Ended written = house.ann().runs(with(word, "--report", report.toString())).mustBe(0);

    // then
    without.mustBe(1);
    assertThat(without.err()).contains("penetration-test needs a report", "--report");
    assertThat(written.out()).contains("Written for system/shop");
    assertThat(written.err()).contains("no thirdParty");
    house.gate("billing", "broken-into", "PASS");
    String today = Instant.now().minus(Duration.ofHours(1)).toString();
    String[] asked = {"evidence", "--standard", HouseRules.STANDARD, "--from", today};
    Until.so(
        "the auditor sees it",
        Until.SOON,
        () ->
            house
                .ann()
                .runs(asked)
                .mustBe(0)
                .out()
                .contains("519f23e6a85b9664a60058cf17ff9503666d914a6c0d2e8e47f38dc7048455ad"));
    assertThat(house.ann().runs(asked).out()).contains("file:a%20report.pdf", "ann@example.org");
  }

  @Test
  @Order(5)
  void aMachinesCheckOrAWordWithoutTheRightIsRefusedAndSaysWhatToDo() {
    Program.Ended machines = house.ann().runs("attest", "orders", "metrics", "--yes").mustBe(1);
    Program.Ended noRight = house.bob().runs("attest", "orders", REVIEW, "--yes").mustBe(1);
    Program.Ended nobody = house.ann().runs("attest", "orders", REVIEW).mustBe(2);
    Program.Ended another = house.ann().runs("attest", "ordres", REVIEW, "--yes").mustBe(3);
    Program.Ended noRotation =
        house
            .ann()
            .runs("attest", "search", DRILL, "--yes", "--value", "minutesToAnswer=1")
            .mustBe(1);

    assertThat(machines.err()).contains("for a machine to prove", "muster explain orders");
    assertThat(noRight.err()).contains("the role attester", "muster token create");
    assertThat(nobody.err()).contains("nobody is there to answer", "--yes");
    assertThat(another.err()).contains("Did you mean orders?");
    assertThat(house.ann().runs("attest", "orders", "nosuch", "--yes").mustBe(3).err())
        .contains("There is no check \"nosuch\". See 'muster checks'.");
    assertThat(noRotation.err()).contains("counts for a rotation, and search has none");
  }

  @Test
  @Order(6)
  void theWordForARotationCountsForItsServicesAndNoOthers() {
    Program.Ended said =
        house
            .ann()
            .runs("attest", "payments", DRILL, "--yes", "--value", "minutesToAnswer=4")
            .mustBe(0);

    drill = id(said.out());
    assertThat(said.out()).contains("Written for rotation/checkout");
    assertThat(house.gate("orders", "diagnosed", "PASS").path("evidence").asText())
        .isEqualTo(drill);
    assertThat(house.gate("payments", "diagnosed", "PASS").path("evidence").asText())
        .isEqualTo(drill);
    house.gate("billing", "diagnosed", "MISSING");
  }

  @Test
  @Order(7)
  void aChangedBoundJudgesAgainWhatWasKeptAndNothingElse() throws Exception {
    // given
    JsonNode search = house.muster().scorecard("search");

    // when
    Instant applying = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    house.apply(new HouseRules(3, "money"));

    // then
    for (String service : List.of("orders", "payments")) {
      JsonNode gate = house.gate(service, "diagnosed", "FAIL");
      assertThat(gate.path("evidence").asText()).isEqualTo(drill);
      assertThat(Instant.parse(gate.path("since").asText())).isAfterOrEqualTo(applying);
    }
    assertThat(judgements())
        .filteredOn(each -> !each.getSpoken().isBefore(applying))
        .extracting(each -> each.getService() + ' ' + each.getGate() + ' ' + each.getEffective())
        // Held to the same rule, billing is told again under its new definition.
        .containsExactlyInAnyOrder(
            "orders diagnosed FAIL", "payments diagnosed FAIL", "billing diagnosed MISSING");
    assertThat(house.muster().scorecard("search")).isEqualTo(search);
  }

  @Test
  @Order(8)
  void aServiceAddedToARotationHasItsEvidenceAtOnce() {
    house.apply(new HouseRules(5, "checkout"));

    assertThat(house.gate("billing", "diagnosed", "PASS").path("evidence").asText())
        .isEqualTo(drill);
    house.gate("orders", "diagnosed", "PASS");
  }

  private static String id(String said) {
    return WRITTEN
        .matcher(said)
        .results()
        .map(one -> one.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(said));
  }

  private static String[] with(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private List<GateJudgement> judgements() {
    return TopicLog.of(house.muster().addresses()).read(Topics.GATE).stream()
        .map(ConsumerRecord::value)
        .toList();
  }
}
