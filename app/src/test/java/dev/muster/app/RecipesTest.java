package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The shell lines of every built-in check: a shell and our own command line understand them. */
class RecipesTest {
  private static final Catalogue CATALOGUE = CatalogueReader.builtIn();

  /** Says each word that muster was given; every other tool answers "1". */
  private static final String STAND_INS =
      """
      muster() { printf '%s\\0' "$@"; printf '\\n\\0'; } >> words
      command_not_found_handle() { echo 1; }
      sleep() { :; }
      PATH=
      """;

  @TempDir private Path folder;

  static Stream<Check> checks() {
    return CATALOGUE.checks().stream();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void shellsReadIt(Check check) throws Exception {
    Path recipe = Files.writeString(folder.resolve("recipe.sh"), check.recipe());

    for (String shell : List.of("dash", "bash")) {
      assertThat(run(shell, "-n", recipe.toString())).as("%s: %s", shell, check.id()).isEmpty();
    }
    for (List<String> words : commands(check)) {
      int script = words.indexOf("-c") + 1;
      if (script > 0) {
        Path inner = Files.writeString(folder.resolve("inner.sh"), words.get(script));
        assertThat(run("dash", "-n", inner.toString())).as(check.id()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void ourCommandLineTakesItAndItIsAboutThatCheck(Check check) throws Exception {
    List<List<String>> commands = commands(check);

    assertThat(commands).as(check.id()).hasSize(1);
    CommandLine line = Main.commandLine(Map.of(), Clock.systemUTC());
    ParseResult parsed = line.parseArgs(commands.get(0).toArray(String[]::new)).subcommand();
    assertThat(parsed).as(check.id()).isNotNull();
    if (parsed.commandSpec().name().equals("run")) {
      String claimed = parsed.matchedOptionValue("--scan", "");
      assertThat(claimed).isEqualTo(check.id());
    } else {
      assertThat(parsed.commandSpec().name()).isEqualTo("attest");
      assertThat(commands.get(0).subList(1, 3)).containsExactly("orders", check.id());
      assertThat(check.proof()).isEqualTo(Check.Proof.PERSON);
    }
    assertThat(check.values().keySet()).containsAll(valuesGiven(commands.get(0)));
  }

  private static List<String> valuesGiven(List<String> words) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < words.size() && !words.get(i).equals("--"); i++) {
      if (words.get(i - 1).equals("--value")) {
        names.add(words.get(i).replaceFirst("=.*", ""));
      }
    }
    return names;
  }

  /** What muster is started with when the recipe runs. */
  private List<List<String>> commands(Check check) throws Exception {
    String lines = STAND_INS + check.recipe().replace("\"$SERVICE\"", "orders");
    run("bash", "-c", lines);
    String words = Files.readString(folder.resolve("words"), StandardCharsets.UTF_8);
    Files.delete(folder.resolve("words"));
    return Arrays.stream(words.split("\0\n\0")).map(one -> List.of(one.split("\0", -1))).toList();
  }

  /** What it complains of. */
  private String run(String... command) throws IOException, InterruptedException {
    File complaints = folder.resolve("complaints").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints)
            .start();
    int code = process.waitFor();
    String said = Files.readString(complaints.toPath());
    return code == 0 ? "" : "exit code " + code + ": " + said;
  }
}
