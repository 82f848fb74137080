package dev.muster.streams.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {
  @TempDir private Path folder;

  @Test
  void itIsTheSameAfterARestart() throws IOException {
    Path state = folder.resolve("streams-state");

    String first = InstanceId.in(state);

    assertThat(first).isNotBlank();
    assertThat(InstanceId.in(state)).isEqualTo(first);
    try (var files = Files.list(state)) {
      assertThat(files).containsExactly(state.resolve("instance-id"));
    }
  }

  @Test
  void aFileThatACrashLeftEmptyIsReplaced() throws IOException {
    // given
    Path file = Files.writeString(folder.resolve("instance-id"), "\n");

    // when
    String id = InstanceId.in(folder);

    // then
    assertThat(id).isNotBlank();
    assertThat(file).hasContent(id);
    assertThat(InstanceId.in(folder)).isEqualTo(id);
  }
}
