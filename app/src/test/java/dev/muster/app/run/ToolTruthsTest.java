package dev.muster.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tool that looks better than it is never passes: the Java side, without processes. */
class ToolTruthsTest {

  @ParameterizedTest
  @MethodSource("dev.muster.app.run.Truth#all")
  void isNeverSaidToBeMoreThanItWas(Truth truth) {
    String[] claims = truth.claim().split(" ", -1);
    Claim claim =
        new Claim.Backup(
            Claim.Operation.valueOf(claims[0]),
            "d",
            Optional.of(Claim.Scope.valueOf(claims[1])),
            Claim.Verification.valueOf(claims[2]),
            Claim.Copy.UNTOLD);
    Optional<String> preset =
        truth.options().stream()
            .filter(option -> option.startsWith("--preset="))
            .map(option -> option.substring("--preset=".length()))
            .findFirst();
    Presets presets = Presets.choose(preset, Optional.empty(), claim, truth.words());
    Watch watch = new Watch(presets.signs());
    for (String stream : List.of(truth.output(), truth.errors())) {
      byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
      watch.stream().read(bytes, bytes.length);
    }
    List<Doubt> doubts = new ArrayList<>(presets.fromWords());
    doubts.addAll(watch.doubts());

    Verdict verdict = Verdict.of(claim, presets.exits().of(truth.code()), doubts);

    Claim.Backup said = (Claim.Backup) verdict.claim();
    assertThat(verdict.outcome() + " " + said.scope().orElseThrow() + " " + said.verifiedBy())
        .isEqualTo(truth.said().replace("SUCCEEDED", "PASSED"));
    assertThat(String.join("; ", verdict.reasons())).contains(truth.reason());
    assertThat(verdict.reasons().isEmpty()).isEqualTo(truth.reason().isEmpty());
  }
}
