package dev.muster.app.end;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.AlertState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Alertmanager that fires, repeats itself and resolves. */
class AlertmanagerIT {
  private static final Pattern SENT =
      Pattern.compile("alertmanager_notifications_total\\{integration=\"webhook\"} (\\d+)");
  private static final String CONFIGURATION =
      """
      route:
        receiver: muster
        group_by: [alertname]
        group_wait: 0s
        group_interval: 1s
        repeat_interval: 1s
      receivers:
        - name: muster
          webhook_configs:
            - url: %sv1/collectors/alertmanager
              send_resolved: true
              http_config: {authorization: {credentials_file: %s}}
      """;

  @Test
  void oneEpisodeIsOneFiringAndOneEndHoweverOftenItIsRepeated(@TempDir Path folder)
      throws Exception {
    // given
    Tools.need("prometheus-alertmanager");
    Instant began = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
    try (RunningMuster muster = RunningMuster.up(folder.resolve("data"))) {
      muster.apply(Catalogues.write(folder, List.of("orders"), "orders-db"));
      Path token = folder.resolve("alertmanager-token");
      Files.writeString(
          token,
          Program.run(
                  folder,
                  muster.neighbours(),
                  "token",
                  "create",
                  "--name",
                  "alertmanager",
                  "--source",
                  "alertmanager/eu-1",
                  "--service",
                  "*")
              .mustBe(0)
              .out()
              .strip());
      int port = RunningMuster.freePort();
      try (Program alertmanager = alertmanager(folder, port, muster.addresses().ingest(), token)) {
        Http alerts = new Http(URI.create("http://127.0.0.1:" + port), "");
        Until.so("Alertmanager", Until.SOON, () -> alerts.get("/-/ready").status() == 200);

        // when
        fire(alerts, began, "");
        sent(alerts, 4);
        List<ConsumerRecord<String, Alert>> firing = read(muster);
        fire(alerts, began, ",\"endsAt\":\"" + Instant.now() + '"');
        Until.so("the end is told", Until.SOON, () -> read(muster).size() > firing.size());
        sent(alerts, sent(alerts, 0));
        List<ConsumerRecord<String, Alert>> all = read(muster);

        // then
        assertThat(alertmanager.process().isAlive()).isTrue();
        assertThat(firing).hasSize(1);
        assertThat(all)
            .extracting(record -> record.value().getState())
            .containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(all).extracting(record -> record.value().getId()).doesNotHaveDuplicates();
        assertThat(all.stream().map(AlertmanagerIT::episode).collect(toSet()))
            .containsExactly(
                List.of("alertmanager/eu-1", all.get(0).value().getFingerprint(), began));
        assertThat(all).extracting(ConsumerRecord::key).containsOnly("orders");
        assertThat(Files.readString(token)).isNotBlank();
      }
    }
  }

  private static List<Object> episode(ConsumerRecord<String, Alert> record) {
    Alert alert = record.value();
    return List.of(alert.getSource(), alert.getFingerprint(), alert.getStartedAt());
  }

  private static List<ConsumerRecord<String, Alert>> read(RunningMuster muster) {
    return TopicLog.of(muster.addresses()).read(Topics.ALERT);
  }

  private static Program alertmanager(Path folder, int port, URI ingest, Path token)
      throws IOException {
    Path configuration = folder.resolve("alertmanager.yml");
    Files.writeString(configuration, CONFIGURATION.formatted(ingest.resolve("/"), token));
    return Program.startCommand(
        folder.resolve("alertmanager-said.txt"),
        Map.of(),
        List.of(
            "prometheus-alertmanager",
            "--config.file=" + configuration,
            "--storage.path=" + folder.resolve("alertmanager"),
            "--web.listen-address=127.0.0.1:" + port,
            "--cluster.listen-address="));
  }

  private static void fire(Http alerts, Instant began, String more) throws Exception {
    Http.Answer answer =
        alerts.post(
            "/api/v2/alerts",
            """
            [{"labels":{"alertname":"TooSlow","service":"orders","severity":"critical",
              "environment":"prod"},"annotations":{"summary":"It is too slow"},
              "startsAt":"%s"%s}]"""
                .formatted(began, more));
    assertThat(answer.status()).isEqualTo(200);
  }

  /** Waits until Alertmanager has sent so many notifications in all; how many it has sent. */
  private static int sent(Http alerts, int least) {
    return Until.seen(
        least + " notifications", Until.SOON, () -> sent(alerts), count -> count >= least);
  }

  private static int sent(Http alerts) throws Exception {
    Matcher found = SENT.matcher(alerts.get("/metrics").text());
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}
