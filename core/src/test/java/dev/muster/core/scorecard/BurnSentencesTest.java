package dev.muster.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.slo.BurnReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BurnSentencesTest {
  private static final Map<String, String> PROMISE = Map.of("target", "0.999", "period", "PT720H");

  static Stream<BurnReason> reasons() {
    return Stream.of(
        reason(BurnReason.Code.NEVER_SAMPLED),
        reason(BurnReason.Code.NO_DATA, "measuredTo", "2026-11-12T14:02:00Z"),
        reason(BurnReason.Code.NO_TRAFFIC),
        reason(BurnReason.Code.MEETING, "budgetLeft", "0.873", "pace", "0.31"),
        reason(BurnReason.Code.MEETING, "budgetLeft", "1"),
        reason(
            BurnReason.Code.AT_RISK, "budgetLeft", "0.42", "pace", "3.2", "exhaustion", "PT94H30M"),
        reason(BurnReason.Code.SPENT, "budgetLeft", "-0.124", "pace", "0"),
        burning("0.42", "exhaustion", "PT15H7M", "longBurn", "20.1", "shortBurn", "36"),
        burning("0.05", "exhaustion", "PT40M", "longBurn", "20.1", "shortBurn", "36"),
        burning("0.46", "exhaustion", "PT3840H", "longBurn", "20.1", "shortBurn", "36"),
        burning("-2.1", "longBurn", "20.1"),
        reason(BurnReason.Code.FROZEN, "budgetLeft", "0.42", "measuredTo", "2026-11-12T14:02:00Z"),
        reason(BurnReason.Code.REMOVED));
  }

  private static BurnReason burning(String left, String... more) {
    BurnReason of =
        reason(
            BurnReason.Code.BURNING,
            "budgetLeft",
            left,
            "tier",
            "PAGE",
            "share",
            "0.02",
            "long",
            "PT1H",
            "short",
            "PT5M",
            "factor",
            "14.4");
    Map<String, String> values = new HashMap<>(of.values());
    values.putAll(reason(BurnReason.Code.BURNING, more).values());
    return new BurnReason(BurnReason.Code.BURNING, values);
  }

  private static BurnReason reason(BurnReason.Code code, String... more) {
    Map<String, String> values = new HashMap<>(PROMISE);
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new BurnReason(code, values);
  }

  @Test
  void eachReasonIsSaidAsAPersonHasReadIt() throws IOException {
    String said =
        reasons()
            .map(each -> each.code() + ": " + BurnSentences.of(each.code().name(), each.values()))
            .collect(Collectors.joining("\n"));

    assertThat(said).isEqualTo(read());
    assertThat(reasons().map(BurnReason::code)).contains(BurnReason.Code.values());
  }

  @Test
  void aReasonOfALaterVersionStandsForItself() {
    assertThat(BurnSentences.of("ECLIPSED", Map.of())).isEqualTo("ECLIPSED");
  }

  private static String read() throws IOException {
    try (InputStream in = BurnSentencesTest.class.getResourceAsStream("/burn-sentences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
