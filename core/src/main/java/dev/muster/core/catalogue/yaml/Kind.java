package dev.muster.core.catalogue.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a document can be. */
enum Kind {
  SERVICE("muster/v1", "Service"),
  SYSTEM("muster/v1", "System"),
  TEAM("muster/v1", "Team"),
  ROTATION("muster/v1", "Rotation"),
  STANDARD("muster/v1", "Standard"),
  CHECK("muster/v1", "Check"),
  ROUTE("muster/v1", "Route"),
  OPENSLO_SERVICE("openslo/v1", "Service"),
  SLO("openslo/v1", "SLO"),
  SLI("openslo/v1", "SLI"),
  DATA_SOURCE("openslo/v1", "DataSource"),
  ALERT_POLICY("openslo/v1", "AlertPolicy"),
  ALERT_CONDITION("openslo/v1", "AlertCondition"),
  ALERT_NOTIFICATION_TARGET("openslo/v1", "AlertNotificationTarget");

  private final String apiVersion;
  private final String word;

  Kind(String apiVersion, String word) {
    this.apiVersion = apiVersion;
    this.word = word;
  }

  String apiVersion() {
    return apiVersion;
  }

  String word() {
    return word;
  }

  /** Whether it is of Muster's own kinds, in which no unknown field is let through. */
  boolean isOurs() {
    return apiVersion.startsWith("muster/");
  }

  /** Whether it is read only to say that it has no effect. */
  boolean isUnused() {
    return this == ALERT_POLICY || this == ALERT_CONDITION || this == ALERT_NOTIFICATION_TARGET;
  }

  /** For messages. */
  String noun() {
    return this == SLO || this == SLI
        ? word
        : name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** With its article. */
  String aNoun() {
    return (noun().startsWith("S") ? "an " : "a ") + noun();
  }

  static List<String> apiVersions() {
    return Arrays.stream(values()).map(kind -> kind.apiVersion).distinct().toList();
  }

  /** Of any version. */
  static List<String> words() {
    return Arrays.stream(values()).map(Kind::word).distinct().toList();
  }

  static List<String> words(String apiVersion) {
    return Arrays.stream(values())
        .filter(kind -> kind.apiVersion.equals(apiVersion))
        .map(Kind::word)
        .toList();
  }

  static Optional<Kind> of(String apiVersion, String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.apiVersion.equals(apiVersion) && kind.word.equals(word))
        .findFirst();
  }
}
