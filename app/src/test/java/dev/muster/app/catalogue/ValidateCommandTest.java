package dev.muster.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
  private static final String CATALOGUE =
      """
      apiVersion: muster/v1
      kind: Team
      metadata: {name: team-a}
      spec: {zone: UTC}
      ---
      apiVersion: muster/v1
      kind: Service
      metadata: {name: orders}
      spec: {owner: team-a, tier: 1}
      ---
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: availability, annotations: {muster.dev/min-failures: 1}}
      spec: {service: %s, objectives: [{target: 0.999}]}
      """;

  @TempDir private Path folder = Path.of("");

  private record Ended(int code, String out, String err) {}

  @Test
  void saysOfEachSloDownToWhichTrafficItCalls() throws IOException {
    Ended ended = validate("orders");

    assertThat(ended.code()).isZero();
    assertThat(ended.out().lines())
        .containsExactly(
            "orders availability: 0.999 of events over 30d: 1 failure pages in 1h of up to 69 events"
                + " or 6h of up to 166 events, and makes a ticket in 24h of up to 333 events or 72h"
                + " of up to 999 events",
            "No mistakes in %s: services 1, SLOs 1, standards of your own 0, checks of your own 0."
                .formatted(folder));
    assertThat(ended.err().lines())
        .containsExactly(
            "note: a.yaml:13: SLO availability: min-failures is 1, so one failure holds page 2%"
                + " 1h/5m in up to 69 events");
  }

  @Test
  void anSloOfNobodyIsAMistake() throws IOException {
    Ended ended = validate("odrers");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains(
            "a.yaml:14:17: spec.service: expected the name of a service, got \"odrers\"; did you mean"
                + " orders?");
  }

  private Ended validate(String service) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), CATALOGUE.formatted(service));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new ValidateCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(folder.toString());
    return new Ended(code, out.toString(), err.toString());
  }
}
