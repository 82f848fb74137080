package dev.muster.app.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.app.api.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known to be in vain before anybody has answered anything. */
class AskedCheckTest {

  private static AskedCheck check(String proof, boolean report, String values) throws Exception {
    return new AskedCheck(
        new JsonMapper()
            .readTree(
                """
                {"id": "drill", "question": "How long?", "proof": "%s", "reportNeeded": %s,
                 "statements": ["It was not announced."], "values": {%s}}
                """
                    .formatted(proof, report, values)));
  }

  @Test
  void aMachinesCheckIsNoPersons() throws Exception {
    AskedCheck check = check("machine", false, "");

    assertThatThrownBy(() -> check.refuse("orders", List.of(), false))
        .isInstanceOf(Refused.class)
        .hasMessageContainingAll("drill is for a machine to prove", "muster explain orders");
  }

  @Test
  void aValueThatTheCheckHasNotIsNamedWithTheNearest() throws Exception {
    AskedCheck check = check("person", false, "\"minutes\": \"min\", \"people\": \"count\"");

    assertThatThrownBy(() -> check.refuse("orders", List.of("minute"), false))
        .hasMessage("drill has no value minute; did you mean minutes?");
    assertThatThrownBy(() -> check.refuse("orders", List.of("x"), false))
        .hasMessage("drill has no value x; it has minutes, people");
    assertThatThrownBy(() -> check("person", false, "").refuse("orders", List.of("x"), false))
        .hasMessage("drill has no value x; it has none");
  }

  @Test
  void aReportThatIsNeededIsAskedFor() throws Exception {
    AskedCheck check = check("person", true, "");

    assertThatThrownBy(() -> check.refuse("orders", List.of(), false))
        .hasMessage("drill needs a report; say where it is with --report URL|FILE");
    assertThatCode(() -> check.refuse("orders", List.of(), true)).doesNotThrowAnyException();
  }

  @Test
  void aValueThatIsNotGivenIsNotedWithItsUnit() throws Exception {
    AskedCheck check = check("person", false, "\"minutes\": \"min\", \"people\": \"count\"");

    assertThat(check.notes(List.of("people")))
        .containsExactly(
            "note: no minutes (min) is given; a gate with a bound on it will not count this word");
  }
}
