package dev.muster.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same truths through whole runs of the script, over programs that say what the tools said. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("clients")
class ToolTruthsContractTest extends RunContract {

  static Stream<Client> clients() {
    return Client.all().skip(1);
  }

  @BeforeEach
  void path() {
    environment.put("PATH", folder + ":" + System.getenv("PATH"));
  }

  @ParameterizedTest
  @MethodSource("dev.muster.app.run.Truth#all")
  void isNeverSaidToBeMoreThanItWas(Truth truth) throws Exception {
    for (String tool : List.of("restic", "borg", "pgbackrest", "barman", "nightly")) {
      pretend(tool, truth);
    }

    Ended ended = run(truth.options(), truth.words().toArray(String[]::new));

    assertThat(ended.code()).isEqualTo(truth.code());
    assertThat(ended.output()).isEqualTo(truth.output() + "\n");
    assertThat(ended.errors()).startsWith(truth.errors() + "\n").contains(truth.reason());
    assertThat(fact("outcome", "scope", "verifiedBy"))
        .isEqualTo(
            "outcome=%s scope=%s verifiedBy=%s".formatted((Object[]) truth.said().split(" ", -1)));
  }

  private void pretend(String tool, Truth truth) throws IOException {
    String script =
        "#!/bin/sh\necho '"
            + truth.output()
            + "'\necho '"
            + truth.errors()
            + "' >&2\nexit "
            + truth.code()
            + "\n";
    Path file = Files.writeString(folder.resolve(tool), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
