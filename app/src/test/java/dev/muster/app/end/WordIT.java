package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.GateJudgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
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

/** People give their word and waive at the command line, and a catalogue changes under it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WordIT {
  private static final Pattern WRITTEN = Pattern.compile("as ([0-9a-f-]{36})\\.");
  private static final Pattern ASKED = Pattern.compile("waive approve ([0-9a-f-]{36})");
  private static final String REVIEW = "authorization-review";
  private static final String DRILL = "diagnosis-drill";

  private Path folder;
  private RunningMuster muster;
  private Person ann;
  private Person bob;
  private Person kim;
  private Person max;
  private String drill = "";

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    muster = RunningMuster.up(folder.resolve("data"));
    muster.apply(new HouseRules(5, "money").write(folder));
    ann = Person.of(muster, folder, "ann", "viewer", "responder", "attester");
    bob = Person.of(muster, folder, "bob", "viewer", "responder");
    kim = Person.of(muster, folder, "kim", "viewer", "approver");
    max = Person.of(muster, folder, "max", "viewer", "approver");
    for (String service : List.of("orders", "payments", "billing")) {
      gate(service, "reviewed", "MISSING");
    }
  }

  @AfterAll
  void close() {
    if (muster != null) {
      muster.close();
    }
  }

  @Test
  @Order(1)
  void eachStatementIsAskedAndTheAnswersAreSigned() {
    // when
    Program.Ended said =
        ann.answers(List.of("yes", "perhaps", "y", "YES"), "attest", "orders", REVIEW).mustBe(0);

    // then
    assertThat(said.out()).contains("Does every endpoint refuse", "muster explain orders");
    assertThat(said.err())
        .contains("Each endpoint and each background job", "changing an id. [yes/no]");
    JsonNode gate = gate("orders", "reviewed", "PASS");
    assertThat(gate.path("proof").asText()).isEqualTo("PERSON");
    assertThat(gate.path("evidence").asText()).isEqualTo(found(WRITTEN, said.out()));
    assertThat(gate.path("sentence").asText()).contains("ann@example.org");
  }

  @Test
  @Order(2)
  void aNewWordTakesThePlaceOfTheOldOne() {
    ann.answers(List.of("yes", "no", "yes"), "attest", "orders", REVIEW).mustBe(0);
    gate("orders", "reviewed", "FAIL");

    ann.runs("attest", "orders", REVIEW, "--yes").mustBe(0);
    gate("orders", "reviewed", "PASS");
  }

  @Test
  @Order(3)
  void itIsGoodFromTheDayItHeldAndNoFurtherBackThanTwoWeeks() {
    // given
    Instant held = Instant.now().minus(Duration.ofDays(13)).truncatedTo(ChronoUnit.DAYS);
    String tooEarly = held.minus(Duration.ofDays(7)).toString();

    // when
    Program.Ended early = ann.runs("attest", "payments", REVIEW, "--yes", "--held-on", tooEarly);
    ann.runs("attest", "payments", REVIEW, "--yes", "--held-on", held.toString().substring(0, 10))
        .mustBe(0);

    // then
    early.mustBe(1);
    assertThat(early.err()).contains("heldOn: need at most 14 days back");
    assertThat(gate("payments", "reviewed", "PASS").path("expires").asText())
        .isEqualTo(held.plus(Duration.ofDays(190)).toString());
  }

  @Test
  @Order(4)
  void aReportIsKnownByItsNameAndContentAndAnAuditorFindsIt() throws Exception {
    // given
    Path report = Files.writeString(ann.folder().resolve("a report.pdf"), "nothing serious");
    String[] word = {"attest", "orders", "penetration-test", "--yes", "--value", "openHigh=0"};

    // when
    Program.Ended without = ann.runs(word);
    Program.Ended written = ann.runs(with(word, "--report", report.toString())).mustBe(0);

    // then
    without.mustBe(1);
    assertThat(without.err()).contains("penetration-test needs a report", "--report");
    assertThat(written.out()).contains("Written for system/shop");
    assertThat(written.err()).contains("no thirdParty");
    gate("billing", "broken-into", "PASS");
    String today = Instant.now().minus(Duration.ofHours(1)).toString();
    String[] asked = {"evidence", "--standard", HouseRules.STANDARD, "--from", today};
    Until.so(
        "the auditor sees it",
        Until.SOON,
        () ->
            ann.runs(asked)
                .mustBe(0)
                .out()
                .contains("519f23e6a85b9664a60058cf17ff9503666d914a6c0d2e8e47f38dc7048455ad"));
    assertThat(ann.runs(asked).out()).contains("file:a%20report.pdf", "ann@example.org");
  }

  @Test
  @Order(5)
  void aMachinesCheckOrAWordWithoutTheRightIsRefusedAndSaysWhatToDo() {
    Program.Ended machines = ann.runs("attest", "orders", "metrics", "--yes").mustBe(1);
    Program.Ended noRight = bob.runs("attest", "orders", REVIEW, "--yes").mustBe(1);
    Program.Ended nobody = ann.runs("attest", "orders", REVIEW).mustBe(2);
    Program.Ended another = ann.runs("attest", "ordres", REVIEW, "--yes").mustBe(3);
    Program.Ended noRotation =
        ann.runs("attest", "search", DRILL, "--yes", "--value", "minutesToAnswer=1").mustBe(1);

    assertThat(machines.err()).contains("for a machine to prove", "muster explain orders");
    assertThat(noRight.err()).contains("the role attester", "muster token create");
    assertThat(nobody.err()).contains("nobody is there to answer", "--yes");
    assertThat(another.err()).contains("Did you mean orders?");
    assertThat(noRotation.err()).contains("catalogue entry names a rotation");
  }

  @Test
  @Order(6)
  void theWordForARotationCountsForItsServicesAndNoOthers() {
    Program.Ended said =
        ann.runs("attest", "payments", DRILL, "--yes", "--value", "minutesToAnswer=4").mustBe(0);

    drill = found(WRITTEN, said.out());
    assertThat(said.out()).contains("Written for rotation/checkout");
    assertThat(gate("orders", "diagnosed", "PASS").path("evidence").asText()).isEqualTo(drill);
    assertThat(gate("payments", "diagnosed", "PASS").path("evidence").asText()).isEqualTo(drill);
    gate("billing", "diagnosed", "MISSING");
  }

  @Test
  @Order(7)
  void aChangedBoundJudgesAgainWhatWasKeptAndNothingElse() throws Exception {
    // given
    int before = judgements().size();
    JsonNode search = muster.scorecard("search");

    // when
    Instant applying = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    muster.apply(new HouseRules(3, "money").write(folder));

    // then
    for (String service : List.of("orders", "payments")) {
      JsonNode gate = gate(service, "diagnosed", "FAIL");
      assertThat(gate.path("evidence").asText()).isEqualTo(drill);
      assertThat(Instant.parse(gate.path("since").asText())).isAfterOrEqualTo(applying);
    }
    List<GateJudgement> all = judgements();
    assertThat(all.subList(before, all.size()))
        .extracting(each -> each.getService() + ' ' + each.getGate() + ' ' + each.getEffective())
        .containsExactlyInAnyOrder("orders diagnosed FAIL", "payments diagnosed FAIL");
    assertThat(muster.scorecard("search")).isEqualTo(search);
  }

  @Test
  @Order(8)
  void aServiceAddedToARotationHasItsEvidenceAtOnce() {
    muster.apply(new HouseRules(5, "checkout").write(folder));

    assertThat(gate("billing", "diagnosed", "PASS").path("evidence").asText()).isEqualTo(drill);
    gate("orders", "diagnosed", "PASS");
  }

  @Test
  @Order(9)
  void aWaiverIsApprovedBySomebodyElseWhoMayAndIsShownWithWhatIsBeneath() {
    // given
    String id = asks(kim, "orders", "house/measured", "2099-01-01", 1, "at most 180 d");
    assertThat(id).isEmpty();
    id = asks(kim, "orders", "house/measured", inDays(30), 0, "waive approve");

    // when
    Program.Ended own = kim.runs("waive", "approve", id).mustBe(1);
    Program.Ended noRole = ann.runs("waive", "approve", id).mustBe(1);
    Program.Ended otherTier = max.runs("waive", "approve", id).mustBe(1);
    Program.Ended waits = ann.runs("waive", "list", "--state", "proposed").mustBe(0);

    // then
    assertThat(own.err()).contains("somebody other than who asked");
    assertThat(noRole.err()).contains("the role approver");
    assertThat(otherTier.err()).contains("approvesTiers");
    assertThat(waits.out()).contains(id, "asked by kim@example.org");

    // when
    String another = asks(ann, "orders", "house/measured", inDays(20), 0, "waive approve");
    kim.runs("waive", "approve", another.substring(0, 8)).mustBe(0);

    // then
    JsonNode gate = gate("orders", "measured", "WAIVED");
    assertThat(gate.path("raw").asText()).isEqualTo("MISSING");
    assertThat(gate.path("waiver").asText()).isEqualTo(another);
    assertThat(ann.runs("explain", "orders", "house/measured").mustBe(0).out())
        .contains("measured: WAIVED", "; beneath it is MISSING");
    assertThat(ann.runs("waive", "list", "--service", "orders").out())
        .contains("in force", "answered by kim@example.org");

    // when
    Program.Ended twice = kim.runs("waive", "reject", another).mustBe(1);
    ann.runs("waive", "revoke", another).mustBe(0);

    // then
    assertThat(twice.err()).contains("a waiver that waits for an answer");
    gate("orders", "measured", "MISSING");
  }

  @Test
  @Order(10)
  void whatCannotBeWaivedOrIsUnknownSaysSo() {
    String until = inDays(30);
    asks(ann, "orders", "house/broken-into", until, 1, "cannot be waived");
    asks(ann, "orders", "house/mesured", until, 3, "Did you mean measured?");
    asks(ann, "orders", "six-gates/authentication", until, 3, "held to");
    asks(ann, "orders", "measured", until, 2, "STANDARD/GATE");
    asks(ann, "orders", "house/measured", "soon", 2, "a day like");
    asks(ann, "orders", "house/measured", inDays(-1), 1, "an instant to come");
    Program.Ended none = kim.runs("waive", "approve", "nothing").mustBe(3);
    Program.Ended unknown = ann.runs("waive", "list", "--service", "ordres").mustBe(3);

    assertThat(none.err()).contains("there is no waiver nothing", "muster waive list");
    assertThat(unknown.err()).contains("Did you mean orders?");
  }

  @Test
  @Order(11)
  void aRejectedWaiverNeverCountsAndAnApprovedOneEndsByItself() {
    String rejected = asks(ann, "payments", "house/measured", inDays(30), 0, "waive approve");
    kim.runs("waive", "reject", rejected).mustBe(0);
    String end = Instant.now().plusSeconds(40).toString();
    String id = asks(ann, "payments", "house/measured", end, 0, "waive approve");
    kim.runs("waive", "approve", id).mustBe(0);

    assertThat(gate("payments", "measured", "WAIVED").path("waiver").asText()).isEqualTo(id);
    assertThat(gate("payments", "measured", "MISSING").path("since").asText()).isEqualTo(end);
    assertThat(ann.runs("waive", "list", "--service", "payments").out())
        .containsPattern(rejected + " +rejected")
        .containsPattern(id + " +ended");
  }

  /** The id of what was asked for, empty where it was not. */
  private static String asks(
      Person who, String service, String gate, String until, int code, String says) {
    Program.Ended asked =
        who.runs(
            "waive",
            "ask",
            service,
            gate,
            "--until",
            until,
            "--reason",
            "the bed is ordered",
            "--risk",
            "a slow day",
            "--action",
            "we watch");
    asked.mustBe(code);
    assertThat(asked.out() + asked.err()).contains(says);
    return code == 0 ? found(ASKED, asked.out()) : "";
  }

  private static String inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days)).toString().substring(0, 10);
  }

  private static String found(Pattern pattern, String said) {
    return pattern
        .matcher(said)
        .results()
        .map((MatchResult one) -> one.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(said));
  }

  private static String[] with(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private List<GateJudgement> judgements() {
    return TopicLog.of(muster.addresses()).read(Topics.GATE).stream()
        .map(ConsumerRecord::value)
        .toList();
  }

  /** The gate of the house's rules, once it stands so. */
  private JsonNode gate(String service, String gate, String status) {
    Predicate<JsonNode> wanted = seen -> seen.path("status").asText().equals(status);
    return Until.seen(
        service + ' ' + gate + ' ' + status, Until.SOON, () -> now(service, gate), wanted);
  }

  private JsonNode now(String service, String gate) throws IOException, InterruptedException {
    return new Scorecard(muster.scorecard(service)).gate(HouseRules.STANDARD, gate);
  }
}
