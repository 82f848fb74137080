package dev.muster.ingest.collector;

import dev.muster.schemas.fact.ScanOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trivy's JSON in all its forms: of today, the bare list and the null of old versions, a cluster's,
 * and its operator's reports. Secrets and settings are answers to checks of their own.
 */
final class Trivy implements Collector {
  private static final String SECRETS = "secret-scan";
  private static final String SETTINGS = "config-scan";
  private static final Map<String, String> CHECKS =
      Map.of(
          "container_image", "image-scan",
          "cluster", "image-scan",
          "VulnerabilityReport", "image-scan",
          "ClusterVulnerabilityReport", "image-scan",
          "filesystem", "dependency-scan",
          "repository", "dependency-scan",
          "cyclonedx", "dependency-scan",
          "spdx", "dependency-scan");

  @Override
  public String tool() {
    return "trivy";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    List<TrivyReport> reports = new ArrayList<>();
    JsonStream.read(incoming.body(), upload.errors(), json -> document(json, reports));
    for (TrivyReport report : reports) {
      if (upload.isFine() && (!report.isReport || isOther(report))) {
        upload
            .errors()
            .add(
                "Results",
                "Trivy's JSON report, or its operator's VulnerabilityReport",
                "something else");
      }
      if (upload.isFine()) {
        tell(upload, report);
      }
    }
    return upload.reading();
  }

  private static void document(JsonStream json, List<TrivyReport> reports)
      throws java.io.IOException {
    TrivyReport whole = new TrivyReport();
    boolean[] several = {false};
    if (json.isList() || json.isNull()) {
      whole.sawPackages = json.isNull();
      whole.results(json);
    } else {
      json.object(
          name -> {
            if (name.equals("items")) {
              several[0] = true;
              json.list(
                  item -> {
                    TrivyReport report = new TrivyReport();
                    json.object(member -> report.member(json, member));
                    reports.add(report);
                  });
            } else {
              whole.member(json, name);
            }
          });
    }
    if (!several[0]) {
      reports.add(whole);
    }
  }

  /** The operator's other reports have sums of the same form. */
  private static boolean isOther(TrivyReport report) {
    return !report.kind.isEmpty() && !CHECKS.containsKey(report.kind);
  }

  private static void tell(Upload upload, TrivyReport report) {
    Optional<String> asked = upload.incoming().parameter("check");
    ReportTime time = upload.time(report.time, "CreatedAt");
    Optional<String> usual =
        Optional.ofNullable(CHECKS.get(report.kind.isEmpty() ? report.type : report.kind));
    boolean only =
        asked.filter(check -> check.equals(SECRETS) || check.equals(SETTINGS)).isPresent();
    if (!only && asked.isEmpty() && usual.isEmpty()) {
      upload.need(
          "check", "image-scan or dependency-scan, since the report does not say what it is of");
      return;
    }
    if (!only) {
      String check = asked.or(() -> usual).orElse("");
      ScanFact fact = fact(upload, report, check);
      report.holes.tell(fact);
      fact.whyNothing("It looked at no packages, or lists fewer holes than it counts.");
      fact.ended(holes(report, check), time);
    }
    // A clean report does not say whether secrets were looked for.
    if (report.secrets.all() > 0 || asked.filter(SECRETS::equals).isPresent()) {
      ScanFact fact = fact(upload, report, SECRETS);
      report.secrets.tell(fact);
      fact.whyNothing("Without a secret it does not say whether it looked for any.");
      fact.ended(report.secrets.all() > 0 ? ScanOutcome.FAILED : ScanOutcome.INCONCLUSIVE, time);
    }
    if (report.sawSettings || asked.filter(SETTINGS::equals).isPresent()) {
      ScanFact fact = fact(upload, report, SETTINGS);
      report.settings.tell(fact);
      fact.whyNothing("It looked at no settings.");
      fact.ended(
          report.sawSettings ? report.settings.outcome(SETTINGS) : ScanOutcome.INCONCLUSIVE, time);
    }
  }

  private static ScanFact fact(Upload upload, TrivyReport report, String check) {
    boolean image = !report.type.equals("filesystem") && !report.type.equals("repository");
    return new ScanFact(upload, check)
        .version(report.version)
        .imageDigest(report.digest)
        .target(image ? Plain.image(report.artifact) : Optional.empty());
  }

  private static ScanOutcome holes(TrivyReport report, String check) {
    ScanOutcome counted = report.holes.outcome(check);
    boolean proves = report.sawPackages && !report.lacksFindings();
    return counted == ScanOutcome.PASSED && !proves ? ScanOutcome.INCONCLUSIVE : counted;
  }
}
