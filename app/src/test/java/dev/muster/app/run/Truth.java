package dev.muster.app.run;

import java.util.List;
import java.util.stream.Stream;

/**
 * One run of a backup tool, and what may honestly be said of it. Outputs are shortened recordings
 * of restic 0.14, borg 1.2, pgBackRest 2.45 and Barman 3.4.
 *
 * @param claim operation, scope and verification as the caller claims
 * @param command as typed
 * @param output on standard output
 * @param errors on standard error
 * @param said outcome, scope and verification that are reported
 * @param reason part of what is told on standard error; empty where nothing is taken back
 */
record Truth(
    String claim,
    String command,
    String output,
    String errors,
    int code,
    String said,
    String reason) {

  private static final String SUMMARY =
      "{\"message_type\":\"summary\",\"snapshot_id\":\"d7bd43fb\"}";
  private static final String DRY_SUMMARY =
      "{\"message_type\":\"summary\",\"snapshot_id\":\"b8468367\",\"dry_run\":true}";

  static Stream<Truth> all() {
    return Stream.of(
        of("BACKUP FULL NONE", "restic backup /srv", "", "", 0, "SUCCEEDED FULL NONE", ""),
        of(
            "BACKUP FULL NONE",
            "restic --json backup /srv",
            SUMMARY,
            "",
            0,
            "SUCCEEDED FULL NONE",
            ""),
        of("BACKUP FULL NONE", "restic backup /srv", "", "", 3, "PARTIAL FULL NONE", ""),
        of(
            "BACKUP FULL NONE",
            "restic backup /srv",
            "",
            "Fatal: wrong password",
            12,
            "FAILED FULL NONE",
            ""),
        of("BACKUP FULL NONE", "restic backup /srv", "", "", 11, "ERROR FULL NONE", ""),
        of(
            "BACKUP FULL NONE",
            "restic backup /srv nothere",
            "",
            "nothere does not exist, skipping",
            0,
            "PARTIAL FULL NONE",
            "a path to back up was missing"),
        of(
            "BACKUP FULL NONE",
            "restic --json backup /srv",
            SUMMARY,
            "{\"message_type\":\"error\",\"error\":{},\"during\":\"scan\"}",
            0,
            "PARTIAL FULL NONE",
            "told of an error"),
        of(
            "BACKUP FULL NONE",
            "restic backup --dry-run /srv",
            "",
            "",
            0,
            "INCONCLUSIVE FULL NONE",
            "it was a dry run"),
        of(
            "BACKUP FULL NONE",
            "restic backup -vn /srv",
            "",
            "",
            0,
            "INCONCLUSIVE FULL NONE",
            "it was a dry run"),
        of(
            "BACKUP FULL NONE",
            "sh -c 'exec restic backup -n /srv'",
            "",
            "",
            0,
            "INCONCLUSIVE FULL NONE",
            "dry run"),
        of(
            "BACKUP FULL NONE",
            "--preset=restic ./nightly",
            DRY_SUMMARY,
            "",
            0,
            "INCONCLUSIVE FULL NONE",
            "dry run"),
        of(
            "BACKUP FULL NONE",
            "--preset=none restic backup -n /srv",
            "",
            "",
            0,
            "SUCCEEDED FULL NONE",
            ""),
        of("BACKUP FULL NONE", "restic backup /srv -- -n", "", "", 0, "SUCCEEDED FULL NONE", ""),
        of(
            "RESTORE FULL CHECKSUM",
            "restic restore latest --target r --verify",
            "",
            "",
            0,
            "SUCCEEDED FULL CHECKSUM",
            ""),
        of(
            "RESTORE FULL CHECKSUM",
            "restic restore latest --target r",
            "",
            "",
            0,
            "SUCCEEDED FULL NONE",
            "ran without --verify"),
        of(
            "RESTORE FULL QUERY",
            "restic restore latest --target r",
            "",
            "",
            0,
            "SUCCEEDED FULL QUERY",
            ""),
        of(
            "RESTORE FULL CHECKSUM",
            "restic restore latest --target r --verify --include a",
            "",
            "",
            0,
            "SUCCEEDED PART CHECKSUM",
            "told to leave files out"),
        of(
            "RESTORE FULL CHECKSUM",
            "restic restore latest:/srv/a --target r --verify",
            "",
            "",
            0,
            "SUCCEEDED PART CHECKSUM",
            "told to leave files out"),
        of(
            "RESTORE FULL CHECKSUM",
            "restic dump latest /srv/a",
            "",
            "",
            0,
            "SUCCEEDED PART CHECKSUM",
            "one file"),
        of(
            "RESTORE FULL CHECKSUM",
            "restic backup /srv",
            "",
            "",
            0,
            "INCONCLUSIVE FULL CHECKSUM",
            "restic backup is no restore"),
        of(
            "VERIFY FULL CHECKSUM",
            "restic check",
            "",
            "",
            0,
            "SUCCEEDED FULL NONE",
            "without --read-data"),
        of(
            "VERIFY FULL CHECKSUM",
            "restic check --read-data-subset=1/2",
            "",
            "",
            0,
            "SUCCEEDED PART CHECKSUM",
            "a part of the data"),
        of(
            "VERIFY FULL CHECKSUM",
            "restic check --read-data",
            "",
            "",
            0,
            "SUCCEEDED FULL CHECKSUM",
            ""),
        of("BACKUP FULL NONE", "borg create ::a /srv", "", "", 1, "PARTIAL FULL NONE", ""),
        of(
            "BACKUP FULL NONE",
            "borg create --dry-run ::a /srv",
            "",
            "",
            0,
            "INCONCLUSIVE FULL NONE",
            "dry run"),
        of("RESTORE FULL CHECKSUM", "borg extract ::a", "", "", 0, "SUCCEEDED FULL CHECKSUM", ""),
        of(
            "RESTORE FULL CHECKSUM",
            "borg extract ::a srv/one",
            "",
            "",
            0,
            "SUCCEEDED PART CHECKSUM",
            "leave files out"),
        of(
            "RESTORE FULL CHECKSUM",
            "borg extract -n ::a",
            "",
            "",
            0,
            "INCONCLUSIVE FULL CHECKSUM",
            "dry run"),
        of(
            "VERIFY FULL CHECKSUM",
            "borg extract --dry-run ::a",
            "",
            "",
            0,
            "SUCCEEDED FULL CHECKSUM",
            ""),
        of(
            "VERIFY FULL CHECKSUM",
            "pgbackrest --stanza=o verify --output=text",
            "stanza: o\nstatus: ok",
            "",
            0,
            "SUCCEEDED FULL CHECKSUM",
            ""),
        of(
            "VERIFY FULL CHECKSUM",
            "pgbackrest --stanza=o verify --output=text",
            "stanza: o\nstatus: error\n  backup: F, status: invalid",
            "",
            0,
            "FAILED FULL CHECKSUM",
            "status: error"),
        of(
            "VERIFY FULL CHECKSUM",
            "pgbackrest --stanza=o verify",
            "",
            "",
            0,
            "INCONCLUSIVE FULL CHECKSUM",
            "without --output=text"),
        of(
            "RESTORE FULL QUERY",
            "pgbackrest restore --db-include=o",
            "",
            "",
            0,
            "SUCCEEDED PART QUERY",
            "databases out"),
        of(
            "BACKUP FULL NONE",
            "barman backup orders",
            "",
            "WARNING: state WAITING_FOR_WALS",
            0,
            "INCONCLUSIVE FULL NONE",
            "waits for its log files"));
  }

  private static Truth of(
      String claim,
      String command,
      String output,
      String errors,
      int code,
      String said,
      String reason) {
    return new Truth(claim, command, output, errors, code, said, reason);
  }

  /** Options and words, as for {@code run}. */
  List<String> options() {
    String[] claims = claim.split(" ", -1);
    Stream<String> claimed =
        Stream.of(
            "--backup",
            claims[0],
            "--dataset",
            "d",
            "--scope",
            claims[1],
            "--verified-by",
            claims[2]);
    return command.startsWith("--")
        ? Stream.concat(claimed, Stream.of(command.split(" ", -1)[0])).toList()
        : claimed.toList();
  }

  List<String> words() {
    String typed = command.startsWith("--") ? command.substring(command.indexOf(' ') + 1) : command;
    if (typed.startsWith("sh -c ")) {
      return List.of("sh", "-c", typed.substring(7, typed.length() - 1));
    }
    return List.of(typed.split(" ", -1));
  }

  @Override
  public String toString() {
    return claim + ": " + command + " → " + said;
  }
}
