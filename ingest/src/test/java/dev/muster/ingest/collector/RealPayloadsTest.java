package dev.muster.ingest.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What real tools printed, where a folder of it lies beside the project. */
class RealPayloadsTest {
  private static final Path PAYLOADS = Path.of("..", "..", "shared", "payloads");
  private static final String WHAT = "service=orders&source=tests";

  private static final List<String> TABLE =
      List.of(
          // A snapshot of three backups; info cannot tell that the repository is corrupt.
          "pgbackrest | pgbackrest/v2.45-info-ok.json | dataset=d | BACKUP SUCCEEDED, BACKUP SUCCEEDED, BACKUP SUCCEEDED",
          "pgbackrest | pgbackrest/v2.45-info-after-failed.json | dataset=d | BACKUP SUCCEEDED, BACKUP SUCCEEDED, BACKUP SUCCEEDED",
          "pgbackrest | pgbackrest/v2.45-info-nobackup.json | dataset=d | BACKUP INCONCLUSIVE",
          // Made in 2018: too old to be told.
          "pgbackrest | pgbackrest/upstream-backup-error-null.json | dataset=d | -",
          "pgbackrest | pgbackrest/v2.45-verify-corrupt-verbose.txt | dataset=d&operation=verify&exit=0 | VERIFY FAILED",
          "borg | borg/v1.2-create.json | dataset=d&exit=0&zone=UTC | BACKUP SUCCEEDED",
          "borg | borg/v1.2-create.json | dataset=d&exit=0 | refused",
          "borg | borg/v1.2-create.json | dataset=d&zone=UTC | BACKUP INCONCLUSIVE",
          "borg | borg/v1.2-create-warning.json | dataset=d&exit=1&zone=UTC | BACKUP PARTIAL",
          "borg | borg/v1.2-wrongpw.stdout | dataset=d&exit=2 | BACKUP ERROR",
          "borg | borg/v1.2-wrongpw.stderr.jsonl | dataset=d&exit=2 | BACKUP ERROR",
          "barman | barman/v3.4-backup.json | dataset=d&zone=UTC | BACKUP INCONCLUSIVE",
          "barman | barman/v3.4-backup.json | dataset=d | refused",
          "barman | barman/v3.4-backup-broken.json | dataset=d | BACKUP ERROR",
          "barman | barman/v3.4-show-backup.json | dataset=d | BACKUP SUCCEEDED",
          // It looks at the server, not at a backup.
          "barman | barman/v3.4-check-ok.json | dataset=d | VERIFY INCONCLUSIVE",
          // Completed, and says of nothing that it was backed up.
          "velero | velero/velero-backup.json | dataset=d | BACKUP INCONCLUSIVE",
          "velero | velero/backup-all-fields.yaml | dataset=d | refused",
          "velero | velero/restore-all-fields.yaml | dataset=d | refused",
          "aws-backup | aws_backup/backup-job-COMPLETED.json | dataset=d | BACKUP SUCCEEDED",
          "aws-backup | aws_backup/backup-job-FAILED.json | dataset=d | BACKUP FAILED",
          "aws-backup | aws_backup/copy-job-FAILED.json | dataset=d | COPY FAILED",
          "aws-backup | aws_backup/restore-job-COMPLETED.json | dataset=d | RESTORE SUCCEEDED",
          "aws-backup | aws_backup/restore-job-CREATED.json | dataset=d | RESTORE INCONCLUSIVE",
          "restic | restic/v0.14-backup-ok.jsonl | dataset=d&exit=0 | BACKUP SUCCEEDED",
          "restic | restic/v0.14-backup-ok.jsonl | dataset=d | BACKUP INCONCLUSIVE",
          "restic | restic/v0.14-backup-dryrun.jsonl | dataset=d&exit=0 | BACKUP INCONCLUSIVE",
          "restic | restic/v0.14-backup-unreadable-dir.stdout.jsonl | dataset=d&exit=3 | BACKUP PARTIAL",
          "restic | restic/v0.14-check-ok.stdout | dataset=d&operation=check&exit=0 | VERIFY SUCCEEDED",
          "restic | restic/v0.14-restore.stdout | dataset=d&operation=restore&exit=0 | RESTORE SUCCEEDED",
          // Eleven results of rules whose level is error.
          "sarif | sarif/codeQL-output.sarif | - | code-scan FAILED",
          "sarif | sarif/flawfinder.sarif | - | code-scan FAILED",
          "sarif | sarif/gitleaks_7.5.0.sarif | - | secret-scan FAILED",
          "sarif | sarif/njsscan.sarif | - | code-scan FAILED",
          "sarif | sarif/no_runs.sarif | - | code-scan INCONCLUSIVE",
          // A driver that nobody knows; three of five are suppressed, two are warnings.
          "sarif | sarif/suppression_test.sarif | - | refused",
          "sarif | sarif/suppression_test.sarif | check=code-scan | code-scan PASSED",
          "trivy | trivy/all_statuses.json | - | image-scan PASSED",
          "trivy | trivy/legacy_no_vuln.json | check=image-scan | image-scan PASSED",
          "trivy | trivy/legacy_no_vuln.json | - | refused",
          "trivy | trivy/misconfigurations_and_secrets.json | - | dependency-scan PASSED, secret-scan FAILED, config-scan FAILED",
          "trivy | trivy/scheme_2_many_vulns.json | - | image-scan FAILED",
          "trivy | trivy/scheme_2_no_vuln.json | - | image-scan PASSED",
          "trivy | trivy_operator/vulnerabilityreport_no_vuln.json | - | image-scan PASSED",
          // Two critical ones, neither mended anywhere; its database was a day old, or years.
          "grype | grype/check_all_fields.json | time=2021-12-25T00:00:00Z | image-scan PASSED",
          "grype | grype/check_all_fields.json | - | image-scan INCONCLUSIVE",
          "grype | grype/no_vuln.json | - | image-scan PASSED",
          "grype | grype/same_cve_different_paths.json | - | image-scan PASSED",
          "cyclonedx | cyclonedx/valid-vulnerability-1.4.json | - | dependency-scan PASSED",
          "cyclonedx | cyclonedx/valid-vulnerability-1.4.xml | - | dependency-scan PASSED",
          "cyclonedx | cyclonedx/no-severity.json | - | dependency-scan FAILED",
          "cyclonedx | cyclonedx/log4j.json | - | dependency-scan FAILED",
          "npm-audit | npm_audit/v6-empty_with_error.json | - | dependency-scan ERROR",
          "npm-audit | npm_audit/v6-no_vuln.json | - | dependency-scan PASSED",
          "npm-audit | npm_audit/v6-one_vuln.json | - | dependency-scan FAILED",
          "npm-audit | npm_audit/v7-many_vulns.json | - | dependency-scan PASSED",
          "npm-audit | npm_audit/v7-no_vuln.json | - | dependency-scan PASSED",
          "gitleaks | gitleaks/no_findings.json | - | secret-scan PASSED",
          "gitleaks | gitleaks/gitleaks8_many.json | - | secret-scan FAILED",
          "gitleaks | gitleaks/version_7.5.0.json | - | secret-scan FAILED",
          "semgrep | semgrep/empty.json | - | code-scan PASSED",
          "semgrep | semgrep/one_finding.json | - | code-scan PASSED",
          "semgrep | semgrep/semgrep_version_1_30_0_line_26.json | - | code-scan PASSED",
          "zap | zap/empty_2.9.0.xml | - | refused",
          "zap | zap/empty_2.9.0.xml | zone=UTC | web-scan INCONCLUSIVE",
          "zap | zap/some_2.9.0.xml | zone=UTC | web-scan PASSED",
          "junit | junit/surefire-3.5.4-TEST-x.NothingTest.xml | - | tests INCONCLUSIVE",
          "junit | junit/surefire-3.5.4-TEST-x.RestoreDrillTest.xml | - | tests FAILED",
          "junit | junit/surefire-3.5.4-TEST-x.RestoreDrillTest.xml | dataset=d | RESTORE FAILED");

  static Stream<Arguments> table() {
    return TABLE.stream().map(row -> Arguments.of((Object[]) row.split(" \\| ", -1)));
  }

  private static Reading read(String tool, String query, byte[] body) {
    Collector collector =
        Collectors.ALL.stream().filter(each -> each.tool().equals(tool)).findFirst().orElseThrow();
    return Fixtures.read(collector, query.equals("-") ? WHAT : WHAT + '&' + query, body);
  }

  @ParameterizedTest(name = "{1} ?{2}: {3}")
  @MethodSource("table")
  void whatARealToolPrintedSaysWhatItProves(String tool, String file, String query, String expected)
      throws Exception {
    Path payload = PAYLOADS.resolve(file);
    assumeTrue(Files.exists(payload));

    Reading reading = read(tool, query, Files.readAllBytes(payload));

    if (expected.equals("refused")) {
      assertThat(reading.errors().isEmpty()).isFalse();
    } else {
      List<String> told = Fixtures.told(reading);
      assertThat(reading.errors().all()).isEmpty();
      assertThat(String.join(", ", told)).isEqualTo(expected.equals("-") ? "" : expected);
    }
  }

  @ParameterizedTest(name = "{1} ?{2}")
  @MethodSource("table")
  @Timeout(60)
  void noMutationOfWhatARealToolPrintedThrows(
      String tool, String file, String query, String expected) throws Exception {
    Path payload = PAYLOADS.resolve(file);
    assumeTrue(Files.exists(payload));
    boolean json = file.endsWith(".json") || file.endsWith(".sarif");
    Mutation mutation = new Mutation(file, Files.readAllBytes(payload), json);
    boolean green = Arrays.stream(expected.split(", ", -1)).anyMatch(Fixtures::isGreen);

    for (int seed = 0; seed < 30; seed++) {
      Mutation.Mutant mutant = mutation.of(seed);
      List<String> told = Fixtures.told(read(tool, query, mutant.body()));
      if (mutant.isBroken() && !green) {
        assertThat(told).as("%s", mutant).noneMatch(Fixtures::isGreen);
      }
    }
  }
}
