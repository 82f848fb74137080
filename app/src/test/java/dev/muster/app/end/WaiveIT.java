package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Gates are waived at the command line: asked, answered, taken back, and over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WaiveIT {
  private static final Pattern ASKED = Pattern.compile("waive approve ([0-9a-f-]{36})");

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
  void aWaiverIsApprovedBySomebodyElseWhoMayAndIsShownWithWhatIsBeneath() {
    // given
    String id = asks(house.kim(), "orders", "house/measured", "2099-01-01", 1, "at most 180 d");
    assertThat(id).isEmpty();
    id = asks(house.kim(), "orders", "house/measured", inDays(30), 0, "waive approve");

    // when
    Program.Ended own = house.kim().runs("waive", "approve", id).mustBe(1);
    Program.Ended noRole = house.ann().runs("waive", "approve", id).mustBe(1);
    Program.Ended otherTier = house.max().runs("waive", "approve", id).mustBe(1);
    Program.Ended waits = house.ann().runs("waive", "list", "--state", "proposed").mustBe(0);

    // then
    assertThat(own.err()).contains("somebody other than who asked");
    assertThat(noRole.err()).contains("the role approver");
    assertThat(otherTier.err()).contains("approvesTiers");
    assertThat(waits.out()).contains(id, "asked by kim@example.org");

    // when
    String another = asks(house.ann(), "orders", "house/measured", inDays(20), 0, "waive approve");
    house.kim().runs("waive", "approve", another.substring(0, 8)).mustBe(0);

    // then
    JsonNode gate = house.gate("orders", "measured", "WAIVED");
    assertThat(gate.path("raw").asText()).isEqualTo("MISSING");
    assertThat(gate.path("waiver").asText()).isEqualTo(another);
    assertThat(house.ann().runs("explain", "orders", "house/measured").mustBe(0).out())
        .contains("measured: WAIVED", "; beneath it is MISSING");
    assertThat(house.ann().runs("waive", "list", "--service", "orders").out())
        .contains("in force", "answered by kim@example.org");

    // when
    Program.Ended twice = house.kim().runs("waive", "reject", another).mustBe(1);
    house.ann().runs("waive", "revoke", another).mustBe(0);

    // then
    assertThat(twice.err()).contains("a waiver that waits for an answer");
    house.gate("orders", "measured", "MISSING");
  }

  @Test
  @Order(2)
  void whatCannotBeWaivedOrIsUnknownSaysSo() {
    String until = inDays(30);
    asks(house.ann(), "orders", "house/broken-into", until, 1, "cannot be waived");
    asks(house.ann(), "orders", "house/mesured", until, 3, "Did you mean measured?");
    asks(house.ann(), "orders", "six-gates/authentication", until, 3, "held to");
    asks(house.ann(), "orders", "measured", until, 2, "STANDARD/GATE");
    asks(house.ann(), "orders", "house/measured", "soon", 2, "a day like");
    asks(house.ann(), "orders", "house/measured", inDays(-1), 1, "an instant to come");
    Program.Ended none = house.kim().runs("waive", "approve", "nothing").mustBe(3);
    Program.Ended unknown = house.ann().runs("waive", "list", "--service", "ordres").mustBe(3);

    Program.Ended blank = house.kim().runs("waive", "approve", "").mustBe(2);

    assertThat(blank.err()).contains("at least 4 letters of a waiver's id");
    assertThat(none.err()).contains("there is no waiver nothing", "muster waive list");
    assertThat(unknown.err()).contains("Did you mean orders?");
  }

  @Test
  @Order(3)
  void aRejectedWaiverNeverCountsAndAnApprovedOneEndsByItself() {
    String rejected =
        asks(house.ann(), "payments", "house/measured", inDays(30), 0, "waive approve");
    house.kim().runs("waive", "reject", rejected).mustBe(0);
    String end = Instant.now().plusSeconds(40).truncatedTo(ChronoUnit.SECONDS).toString();
    String id = asks(house.ann(), "payments", "house/measured", end, 0, "waive approve");
    house.kim().runs("waive", "approve", id).mustBe(0);

    assertThat(house.gate("payments", "measured", "WAIVED").path("waiver").asText()).isEqualTo(id);
    assertThat(house.gate("payments", "measured", "MISSING").path("since").asText()).isEqualTo(end);
    assertThat(house.ann().runs("waive", "list", "--service", "payments").out())
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
    return code == 0 ? id(asked.out()) : "";
  }

  private static String inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days)).toString().substring(0, 10);
  }

  private static String id(String said) {
    return ASKED
        .matcher(said)
        .results()
        .map(one -> one.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(said));
  }
}
