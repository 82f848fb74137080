package dev.muster.ingest.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ingest.collector.Fixtures.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that look green and proved nothing, as tools really print them. */
class ProvedNothingTest {

  private static Reading read(String tool, String file, String query) {
    Fixtures fixtures =
        Fixtures.all().filter(all -> all.collector().tool().equals(tool)).findFirst().orElseThrow();
    String whole = query.isEmpty() ? fixtures.query() : fixtures.query() + '&' + query;
    Sample sample = new Sample(fixtures.collector(), file, whole, List.of());
    return sample.read(sample.body());
  }

  private static List<String> told(String tool, String file, String query) {
    Reading reading = read(tool, file, query);
    List<String> told = Fixtures.told(reading);
    assertThat(reading.errors().all()).isEmpty();
    return told;
  }

  @Test
  void resticLeftOutASourceAndEndedWithZero() {
    assertThat(told("restic", "missing-source.txt", "operation=backup&exit=0"))
        .containsExactly("BACKUP PARTIAL");
  }

  @Test
  void resticPrintsASnapshotForADryRun() {
    assertThat(told("restic", "dry-run.jsonl", "operation=backup&exit=0"))
        .containsExactly("BACKUP INCONCLUSIVE");
  }

  @Test
  void pgBackRestVerifyEndsWithZeroOverBrokenBackups() {
    assertThat(told("pgbackrest", "verify-broken.txt", "operation=verify&exit=0"))
        .containsExactly("VERIFY FAILED");
  }

  @Test
  void pgBackRestVerifySaysNothingUnlessItIsAskedTo() {
    assertThat(told("pgbackrest", "verify-silent.txt", "operation=verify&exit=0"))
        .containsExactly("VERIFY INCONCLUSIVE");
  }

  @Test
  void pgBackRestInfoIsOkWithACorruptRepositoryAndVerifiesNothing() {
    Reading reading = read("pgbackrest", "info.json", "");

    assertThat(Fixtures.facts(reading))
        .isNotEmpty()
        .allSatisfy(
            fact -> {
              assertThat(fact.text("operation")).contains("BACKUP");
              assertThat(fact.text("verifiedBy")).contains("NONE");
            });
  }

  @Test
  void sarifWithoutARunIsNotClean() {
    assertThat(told("sarif", "no-runs.sarif", "")).containsExactly("code-scan INCONCLUSIVE");
  }

  @Test
  void sarifWithoutAListOfResultsIsNotClean() {
    assertThat(told("sarif", "no-results.sarif", "")).containsExactly("code-scan INCONCLUSIVE");
  }

  @Test
  void sarifOfARunThatBrokeIsPartial() {
    assertThat(told("sarif", "broken-run.sarif", "")).containsExactly("code-scan PARTIAL");
  }

  @Test
  void junitSkippedAllItsTests() {
    assertThat(told("junit", "all-skipped.xml", "")).containsExactly("tests INCONCLUSIVE");
  }

  @Test
  void k6RanNoIterationAndItsThresholdsAreOk() {
    assertThat(told("k6", "threw.json", "exit=0")).containsExactly("load-test INCONCLUSIVE");
  }

  @Test
  void k6SaysTrueOfAThresholdThatWasCrossed() {
    assertThat(told("k6", "export-crossed.json", "exit=0")).containsExactly("load-test FAILED");
  }

  @Test
  void npmAuditCouldNotAskAndListsNothing() {
    assertThat(told("npm-audit", "error.json", "")).containsExactly("dependency-scan ERROR");
  }

  @Test
  void veleroWaitsForItsPlugins() {
    assertThat(told("velero", "waiting.json", "")).containsExactly("BACKUP INCONCLUSIVE");
  }

  @Test
  void veleroCompletedWithoutAllItsSnapshots() {
    assertThat(told("velero", "snapshots-missing.json", "")).containsExactly("BACKUP PARTIAL");
  }

  @Test
  void awsBackupCompletedWithAMessage() {
    assertThat(told("aws-backup", "with-issues.json", "")).containsExactly("BACKUP PARTIAL");
  }

  @Test
  void barmanWaitsForWalFiles() {
    assertThat(told("barman", "backup.json", "zone=UTC")).containsExactly("BACKUP INCONCLUSIVE");
  }

  @Test
  void trivyOfSettingsAloneDidNotLookAtDependencies() {
    assertThat(told("trivy", "settings-only.json", "")).contains("dependency-scan INCONCLUSIVE");
  }

  @Test
  void grypeWithAnOldDatabaseIsCleanOnPaper() {
    assertThat(told("grype", "old-database.json", "")).containsExactly("image-scan INCONCLUSIVE");
  }

  @Test
  void aListOfPartsIsNoScan() {
    assertThat(told("cyclonedx", "parts.json", "")).containsExactly("dependency-scan INCONCLUSIVE");
  }

  @Test
  void anEmptyListOfVulnerabilitiesIsWrittenWithoutLooking() {
    assertThat(told("cyclonedx", "empty.json", "")).containsExactly("dependency-scan INCONCLUSIVE");
  }

  @Test
  void zapDidNotReachASite() {
    assertThat(told("zap", "unreached.json", "")).containsExactly("web-scan INCONCLUSIVE");
  }

  @Test
  void semgrepScannedNoFile() {
    assertThat(told("semgrep", "nothing-scanned.json", ""))
        .containsExactly("code-scan INCONCLUSIVE");
  }

  @Test
  void alertmanagersTruncatedGroupSaysThatItIsNotComplete() {
    Reading reading = read("alertmanager", "truncated.json", "");

    assertThat(reading.warnings()).hasSize(1);
    assertThat(reading.warnings().get(0)).startsWith("3 alerts were cut off");
  }
}
