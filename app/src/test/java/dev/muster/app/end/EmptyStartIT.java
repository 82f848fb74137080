package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Muster that nobody has told anything starts again as it started first. */
class EmptyStartIT {
  @TempDir Path folder;

  @Test
  void whatWasStoppedBeforeItsFirstFactStartsAgain() {
    Map<String, String> settings = Map.of("MUSTER_DATA", folder.resolve("data").toString());

    Program.Ended first = Program.run(folder, settings, "up", "--ports", "auto", "--until-ready");
    Program.Ended again = Program.run(folder, settings, "up", "--ports", "auto", "--until-ready");

    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(again.code()).as(again.toString()).isZero();
  }
}
