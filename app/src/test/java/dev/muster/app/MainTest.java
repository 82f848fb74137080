package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.demo.DemoFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a person sees of the command. */
class MainTest {

  @TempDir Path folder;

  /** How a command ended. */
  private record Ended(int code, String out, String err) {}

  private Ended muster(Map<String, String> environment, String... args) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("MUSTER_DATA", folder.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine(all, Clock.systemUTC())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Ended(code, out.toString(), err.toString());
  }

  static Stream<String> names() {
    return Main.commandLine(Map.of(), Clock.systemUTC()).getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_command_has_help_and_an_example(String name) {
    CommandLine command =
        Objects.requireNonNull(
            Main.commandLine(Map.of(), Clock.systemUTC()).getSubcommands().get(name));

    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);

    assertThat(command.getCommandSpec().findOption("--help")).isNotNull();
    assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    assertThat(help).containsPattern("Examples?:\\R").contains("muster " + name);
    // The list of commands shows the first line alone.
    assertThat(command.getCommandSpec().usageMessage().description()[0]).matches(".+[.?]");
  }

  @Test
  void wrong_use_is_said_in_a_sentence_with_the_nearest_name() {
    Ended ended = muster(Map.of(), "tokn");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("muster: there is no command \"tokn\"; did you mean token?", "muster --help");
  }

  @Test
  void an_unknown_or_bad_setting_is_named_and_nothing_starts() {
    Ended bad = muster(Map.of("MUSTER_BROKER_PORT", "many"), "up");
    Ended other = muster(Map.of("MUSTER_KAFKA_BOOTSTRAP_SERVERS", "k:9092"), "up");

    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("MUSTER_BROKER_PORT", "many").doesNotContain("\tat ");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("MUSTER_KAFKA_BOOTSTRAP_SERVERS", "muster ingest");
    assertThat(folder.resolve("kafka")).doesNotExist();
  }

  @Test
  void a_word_for_a_day_too_long_ago_is_refused_before_anybody_is_asked_anything() {
    // given: nothing answers at the address of any Muster
    Ended early = muster(Map.of(), "attest", "orders", "runbook-drill", "--held-on", "2026-01-01");
    Ended late = muster(Map.of(), "attest", "orders", "runbook-drill", "--held-on", "2999-01-01");

    assertThat(early.code()).isEqualTo(1);
    assertThat(early.err()).contains("--held-on needs at most 14 days back");
    assertThat(late.err()).contains("--held-on needs a time that is over");
  }

  @Test
  void a_token_is_printed_alone_listed_without_its_text_and_revoked() {
    Ended created =
        muster(Map.of(), "token", "create", "--name", "ci", "--source", "gh/*", "--service", "a");
    Ended listed = muster(Map.of(), "token", "list");
    String id =
        new StringTokenizer(listed.out().lines().skip(1).findFirst().orElseThrow()).nextToken();

    Ended revoked = muster(Map.of(), "token", "revoke", id);

    assertThat(created.out()).matches("muster_m_[0-9a-f]+\\R");
    assertThat(listed.out()).contains("valid", "ci", "gh/*").doesNotContain(created.out().strip());
    assertThat(revoked.code()).isZero();
    assertThat(muster(Map.of(), "token", "list").out()).contains("revoked");
    assertThat(muster(Map.of(), "token", "revoke", "nobody").code()).isEqualTo(1);
  }

  @Test
  void a_personal_token_needs_all_and_lives_90_days_at_most() {
    List<String> most = List.of("token", "create", "--name", "Ada", "--email", "a@b.example");
    String[] noRole = most.toArray(String[]::new);
    String[] tooLong =
        Stream.concat(most.stream(), Stream.of("--team", "t", "--role", "viewer", "--days", "91"))
            .toArray(String[]::new);

    assertThat(muster(Map.of(), noRole).code()).isEqualTo(2);
    assertThat(muster(Map.of(), tooLong).err()).contains("90").contains("muster:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--email", "--team", "--role"})
  void a_personal_token_is_not_issued_without_one_of_its_options(String left) {
    Map<String, String> options =
        Map.of("--name", "Ada", "--email", "a@b.example", "--team", "t", "--role", "viewer");
    List<String> words = new ArrayList<>(List.of("token", "create"));
    options.forEach(
        (name, value) -> words.addAll(name.equals(left) ? List.of() : List.of(name, value)));

    Ended ended = muster(Map.of(), words.toArray(String[]::new));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("a person needs " + left + " too");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void where_nobody_answers_the_code_is_3_and_the_setting_is_named() throws Exception {
    Path fact = Files.writeString(folder.resolve("fact.json"), "{}");
    Files.writeString(folder.resolve("token"), "muster_p_x");

    Ended ended =
        muster(
            Map.of("MUSTER_INGEST_URL", "http://127.0.0.1:1"), "send", "deploy", fact.toString());

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("http://127.0.0.1:1", "MUSTER_INGEST_URL");
  }

  @Test
  void a_stale_file_of_addresses_is_named_when_nobody_answers_there() throws Exception {
    Path file = folder.resolve("addresses");
    Files.writeString(file, "sink=http://127.0.0.1:1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(folder.resolve("token"), "muster_p_x");

    Ended ended = muster(Map.of(), "explain", "orders");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("no answer from http://127.0.0.1:1", file.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "demo",
        "check --service a --standard b",
        "token list",
        "version",
        "explain a",
        "schemas register",
        "validate ."
      })
  void a_misspelt_setting_is_refused_by_every_command(String line) {
    Ended ended = muster(Map.of("MUSTER_SINK_PROT", "1"), line.split(" "));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("MUSTER_SINK_PROT: no such setting; did you mean");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void help_names_what_the_environment_may_say() {
    String help = muster(Map.of(), "check", "--help").out();

    assertThat(help)
        .contains("Environment:", "MUSTER_SINK_URL", "Muster is, else http://127.0.0.1:8080")
        .contains("MUSTER_TOKEN_FILE", "MUSTER_DATA");
  }

  @Test
  void up_leaves_the_folder_of_a_demo_alone() throws Exception {
    new DemoFolder(folder).renew();

    Ended ended = muster(Map.of(), "up");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains(folder + " holds a demo", "muster demo", "MUSTER_DATA");
    assertThat(folder.resolve("kafka")).doesNotExist();
  }

  @Test
  void a_file_that_cannot_be_read_is_wrong_use() {
    Ended ended = muster(Map.of(), "send", "scan", "no-such-file");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("muster: cannot read no-such-file; name a file of JSON");
  }

  @Test
  void the_version_is_an_option_too() {
    Ended option = muster(Map.of(), "--version");

    assertThat(option.code()).isZero();
    assertThat(option.out()).startsWith("muster ").isEqualTo(muster(Map.of(), "version").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "apply"})
  void a_folder_without_a_catalogue_is_not_an_empty_one(String command) throws IOException {
    Ended without = muster(Map.of(), command, folder.toString());
    Files.writeString(folder.resolve("blank.yaml"), "# later\n---\n\n");
    Ended blank = muster(Map.of(), command, folder.toString());

    for (Ended ended : List.of(without, blank)) {
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("there is no .yaml or .yml file in " + folder);
    }
  }

  @Test
  void completion_knows_the_commands() {
    assertThat(muster(Map.of(), "completion").out()).contains("complete", "token", "up");
  }

  @Test
  void a_command_that_is_run_runs_though_a_setting_is_misspelt() {
    Ended ended =
        muster(
            Map.of("MUSTER_SINK_PROT", "1", "MUSTER_SPOOL", folder.resolve("spool").toString()),
            "run",
            "--service",
            "orders",
            "--scan",
            "tests",
            "--",
            "false");

    assertThat(ended.err()).contains("muster run: MUSTER_SINK_PROT: no such setting");
    assertThat(ended.code()).as("the code of false itself").isEqualTo(1);
  }
}
