package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code muster up} as it is shipped, in a process of its own. */
class UpIT {

  private static final int ENDED_BY_SIGTERM = 143;

  private static final String CATALOGUE =
      """
      apiVersion: muster/v1
      kind: Service
      metadata: {name: orders}
      spec:
        owner: team-checkout
        tier: 2
        lifecycle: production
        traits: [data]
        environments: {production: [prod]}
        standards: [{id: seven-gates}]
        datasets: [{name: orders-db, kind: postgres}]
      ---
      apiVersion: muster/v1
      kind: Team
      metadata: {name: team-checkout}
      spec:
        zone: Europe/Berlin
        members: [{email: ada@acme.example, roles: [admin]}]
      """;

  @TempDir Path folder;

  private static String deploy(String id) {
    return """
        {"id":"%s","source":"ci","service":"orders","time":"%s","environment":"prod",
         "trigger":"PIPELINE","outcome":"SUCCEEDED","deploymentId":"%s"}"""
        .formatted(id, Instant.now().truncatedTo(ChronoUnit.MILLIS), id);
  }

  private static boolean showsDeploy(String card) {
    return card.contains("\"deploys\":[{");
  }

  private static int muster(Up up, StringWriter said, String... args) {
    Map<String, String> environment = new HashMap<>(up.environment());
    environment.put("MUSTER_PARTITIONS", "4");
    PrintWriter writer = new PrintWriter(said, true);
    return Main.commandLine(environment, Clock.systemUTC())
        .setOut(writer)
        .setErr(writer)
        .execute(args);
  }

  @Test
  void a_fact_reaches_the_scorecard_and_both_outlive_a_kill() throws Exception {
    Path data = folder.resolve("data");
    Path catalogue = Files.createDirectory(folder.resolve("catalogue"));
    Files.writeString(catalogue.resolve("all.yaml"), CATALOGUE);
    StringWriter said = new StringWriter();

    try (Up up = new Up(data)) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("token"))))
          .isEqualTo("rw-------");
      assertThat(muster(up, said, "apply", catalogue.toString())).as(said.toString()).isZero();
      assertThat(said.toString()).contains("Applied to Kafka at 127.0.0.1:");
      assertThat(up.scorecard("orders", card -> card.contains("seven-gates")))
          .contains("NEVER_SEEN");
      assertThat(up.post("deploy", deploy("d-1"))).contains("\"accepted\":1");
      assertThat(up.scorecard("orders", UpIT::showsDeploy)).contains("SUCCEEDED");
      up.kill();
    }

    try (Up up = new Up(data)) {
      assertThat(up.scorecard("orders", UpIT::showsDeploy)).contains("SUCCEEDED");
      assertThat(up.post("deploy", deploy("d-2"))).contains("\"accepted\":1");
      assertThat(data.resolve("addresses")).exists();
      assertThat(up.end()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(data.resolve("addresses")).doesNotExist();
      assertThat(up.errors()).doesNotContain("\tat ", "muster_p_");
    }

    assertThat(Files.readString(data.resolve("log/muster.log")))
        .doesNotContain("\\tat ", "muster_p_");
  }

  @Test
  void told_to_end_while_it_starts_it_begins_no_further_part() throws Exception {
    Path data = folder.resolve("data");
    Path errors = folder.resolve("errors");
    Process process = Up.begin(data);
    while (process.isAlive() && !Files.readString(errors).contains("starting kafka")) {
      Thread.onSpinWait();
    }

    process.destroy();

    assertThat(process.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(Files.readString(errors)).doesNotContain("starting streams", "fault", "\tat ");
  }
}
