package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Set;

/** What one report of Trivy says: of an image, a file system, a cluster, or by its operator. */
final class TrivyReport {
  private static final Set<String> PACKAGES = Set.of("", "os-pkgs", "lang-pkgs");

  final Findings holes = new Findings();
  final Findings settings = new Findings();
  final Findings secrets = new Findings();

  /** Whether packages were looked at, which a list without any does not say. */
  boolean sawPackages;

  boolean sawSettings;

  /** Whether it has the form of a report at all. */
  boolean isReport;

  String kind = "";
  String type = "";
  String artifact = "";
  String digest = "";
  String version = "";
  JsonNode time = MissingNode.getInstance();
  private long summedCritical;
  private long summedHigh;

  /** One member of an object that may be a report. */
  void member(JsonStream json, String name) throws IOException {
    switch (name) {
      case "SchemaVersion" -> isReport = true;
      case "Results" -> results(json);
      case "ArtifactName" -> artifact = json.text();
      case "ArtifactType" -> type = json.text();
      case "CreatedAt" -> time = json.scalar();
      case "Metadata" -> metadata(json);
      case "kind" -> kind = json.text();
      case "ClusterName" -> {
        isReport = true;
        type = "cluster";
        artifact = json.text();
      }
      case "Vulnerabilities", "Misconfigurations", "Resources" -> resources(json);
      case "report" -> operators(json);
      default -> {}
    }
  }

  /** A list of results, which null stands for when it is empty. */
  void results(JsonStream json) throws IOException {
    isReport = true;
    if (!json.isNull()) {
      json.list(result -> result(json));
    }
  }

  private void resources(JsonStream json) throws IOException {
    if (!json.isNull()) {
      json.list(
          resource ->
              json.object(
                  name -> {
                    if (name.equals("Results")) {
                      results(json);
                    }
                  }));
    }
  }

  private void metadata(JsonStream json) throws IOException {
    if (json.isObject()) {
      json.object(
          name -> {
            if (name.equals("RepoDigests") && json.isList()) {
              json.list(each -> digest = digest.isEmpty() ? json.text() : digest);
            }
          });
    }
  }

  private void result(JsonStream json) throws IOException {
    String[] part = {""};
    long before = holes.all();
    json.object(
        name -> {
          switch (name) {
            case "Class" ->
                part[0] = json.isNull() ? "" : json.text().isEmpty() ? "?" : json.text();
            case "Vulnerabilities" -> found(json, holes);
            case "Misconfigurations" -> {
              sawSettings = true;
              found(json, settings);
            }
            case "Secrets" -> found(json, secrets);
            default -> {}
          }
        });
    sawPackages |= PACKAGES.contains(part[0]) || holes.all() > before;
    sawSettings |= part[0].equals("config");
  }

  private static void found(JsonStream json, Findings findings) throws IOException {
    if (!json.isNull()) {
      json.list(each -> one(json, findings));
    }
  }

  private static void one(JsonStream json, Findings findings) throws IOException {
    String[] severity = {""};
    boolean[] counts = {true};
    boolean[] fixable = {false};
    json.object(
        name -> {
          switch (name) {
            case "Severity", "severity" -> severity[0] = json.text();
            case "FixedVersion", "fixedVersion" ->
                fixable[0] = !json.isNull() && !json.scalar().asText("?").isEmpty();
            case "Status" -> {
              String status = json.text();
              counts[0] =
                  !status.equals("not_affected")
                      && !status.equals("PASS")
                      && !status.equals("EXCEPTION");
            }
            default -> {}
          }
        });
    if (counts[0]) {
      findings.add(severity[0], fixable[0]);
    }
  }

  private void operators(JsonStream json) throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "artifact" -> artifact(json);
            case "scanner" -> scanner(json);
            case "updateTimestamp" -> time = json.scalar();
            case "summary" -> {
              isReport = true;
              json.object(word -> summed(json, word));
            }
            case "vulnerabilities" -> {
              sawPackages = true;
              found(json, holes);
            }
            default -> {}
          }
        });
  }

  private void artifact(JsonStream json) throws IOException {
    json.object(
        name -> {
          if (name.equals("repository")) {
            artifact = json.text();
          } else if (name.equals("digest")) {
            digest = json.text();
          }
        });
  }

  private void scanner(JsonStream json) throws IOException {
    json.object(name -> version = name.equals("version") ? json.text() : version);
  }

  private void summed(JsonStream json, String word) throws IOException {
    if (word.equals("criticalCount") || word.equals("highCount")) {
      JsonNode count = json.scalar();
      if (!count.isIntegralNumber()) {
        json.wrong("a count");
      } else if (word.equals("criticalCount")) {
        summedCritical = count.asLong();
      } else {
        summedHigh = count.asLong();
      }
    }
  }

  /** Whether the sum speaks of more than the list shows. */
  boolean lacksFindings() {
    return summedCritical > holes.of(Grade.CRITICAL) || summedHigh > holes.of(Grade.HIGH);
  }
}
