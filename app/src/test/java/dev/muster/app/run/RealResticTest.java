package dev.muster.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real restic, where the machine has one; {@link Truth} holds what it said where it has none.
 */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("clients")
class RealResticTest extends RunContract {
  private static final List<String> RESTORE =
      List.of(
          "--backup", "RESTORE", "--dataset", "d", "--scope", "FULL", "--verified-by", "CHECKSUM");
  private static final List<String> BACKUP = List.of("--backup", "BACKUP", "--dataset", "d");

  static Stream<Client> clients() {
    return Client.installed("restic") ? Client.all() : Stream.empty();
  }

  @BeforeEach
  void repository() throws Exception {
    environment.put("RESTIC_REPOSITORY", folder.resolve("repository").toString());
    environment.put("RESTIC_PASSWORD", "secret");
    environment.put("RESTIC_CACHE_DIR", folder.resolve("cache").toString());
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/a"), "one");
    Files.writeString(folder.resolve("data/b"), "two");
    run(List.of("--preset", "none", "--backup", "BACKUP", "--dataset", "init"), "restic", "init");
    ingest.posted().clear();
  }

  @Test
  void aVerifiedRestoreOfAllIsAProof() throws Exception {
    run(BACKUP, "restic", "backup", "data");
    run(RESTORE, "restic", "restore", "latest", "--target", "restored", "--verify");

    assertThat(ingest.posted())
        .extracting(posted -> fields(posted, "operation", "outcome", "scope", "verifiedBy"))
        .containsExactly(
            "operation=BACKUP outcome=SUCCEEDED scope=absent verifiedBy=NONE",
            "operation=RESTORE outcome=SUCCEEDED scope=FULL verifiedBy=CHECKSUM");
  }

  @Test
  void whatProvesNothingNeverPasses() throws Exception {
    run(BACKUP, "restic", "backup", "--json", "data");
    ingest.posted().clear();
    Ended missing = run(BACKUP, "restic", "backup", "data", "nothere");
    run(BACKUP, "restic", "backup", "--json", "--dry-run", "data");
    run(RESTORE, "restic", "restore", "latest", "--target", "one", "--include", "a");
    Ended failed = run(RESTORE, "restic", "restore", "00000000", "--target", "none", "--verify");

    assertThat(missing.errors()).contains("a path to back up was missing");
    assertThat(failed.code()).isNotZero();
    assertThat(ingest.posted())
        .extracting(posted -> fields(posted, "outcome", "scope", "verifiedBy"))
        .containsExactly(
            "outcome=PARTIAL scope=absent verifiedBy=NONE",
            "outcome=INCONCLUSIVE scope=absent verifiedBy=NONE",
            "outcome=SUCCEEDED scope=PART verifiedBy=NONE",
            "outcome=FAILED scope=FULL verifiedBy=CHECKSUM");
  }
}
