package dev.muster.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Setting<Integer> LIMIT =
      Setting.number("MUSTER_DOOR_LIMIT", 5, 1, 10, "How many.");
  private static final Setting<Duration> WAIT =
      Setting.duration("MUSTER_DOOR_WAIT", Duration.ofSeconds(3), "How long.");

  @Test
  void whatIsNotSetHasItsDefault() {
    Settings settings = new Settings(Map.of("HOME", "/root"));

    assertThat(settings.read(LIMIT)).isEqualTo(5);
    assertThat(settings.read(WAIT)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aBadValueIsRefusedWithItsNameAndWhatWasNeeded() {
    Settings settings = new Settings(Map.of("MUSTER_DOOR_LIMIT", "11", "MUSTER_DOOR_WAIT", "3s"));

    assertThatThrownBy(() -> settings.read(LIMIT))
        .isInstanceOf(SettingsRefused.class)
        .hasMessage("MUSTER_DOOR_LIMIT: need number 1 to 10, got \"11\"");
    assertThatThrownBy(() -> settings.read(WAIT))
        .hasMessage("MUSTER_DOOR_WAIT: need ISO-8601 duration, got \"3s\"");
  }

  @Test
  void anUnknownSettingIsNamedWithTheOneThatWasProbablyMeant() {
    Settings settings = new Settings(Map.of("MUSTER_DOOR_LIMT", "7"));
    settings.read(LIMIT);

    assertThatThrownBy(() -> settings.refuseUnknown(List.of(LIMIT, WAIT)))
        .hasMessage("MUSTER_DOOR_LIMT: no such setting; did you mean MUSTER_DOOR_LIMIT?");
  }

  @Test
  void settingsOfProgramsThatDoNotRunHereAreNotUnknown() {
    Settings settings = new Settings(Map.of("MUSTER_DOOR_WAIT", "PT1S"));

    assertThatCode(() -> settings.refuseUnknown(List.of(WAIT))).doesNotThrowAnyException();
  }

  @Test
  void anyPropertyOfAKafkaClientPassesThrough(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("jaas"), "login\n");
    Settings settings =
        new Settings(
            Map.of(
                "MUSTER_KAFKA_BOOTSTRAP_SERVERS",
                "a:9092",
                "MUSTER_KAFKA_SASL_JAAS_CONFIG_FILE",
                secret.toString()));

    assertThat(settings.kafka())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("bootstrap.servers", "a:9092", "sasl.jaas.config", "login"));
    assertThatCode(() -> settings.refuseUnknown(List.of())).doesNotThrowAnyException();
  }

  @Test
  void aSecretCanOnlyBeGivenAsAFile() {
    assertThatThrownBy(() -> Setting.file("MUSTER_DOOR_PASSWORD", "Secret."))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTableShowsNameValueDefaultAndMeaning() {
    assertThat(SettingsTable.markdown(List.of(LIMIT)))
        .isEqualTo(
            """
            | setting | value | default | |
            |---|---|---|---|
            | `MUSTER_DOOR_LIMIT` | number 1 to 10 | `5` | How many. |
            """);
  }

  @Test
  void portsAreFixedUnlessSaidOtherwise() {
    HouseSettings fixed = HouseSettings.read(new Settings(Map.of()));
    HouseSettings auto = HouseSettings.read(new Settings(Map.of("MUSTER_PORTS", "auto")));

    assertThat(fixed.ports()).isEqualTo(HouseSettings.Ports.FIXED);
    assertThat(auto.ports()).isEqualTo(HouseSettings.Ports.AUTO);
  }
}
