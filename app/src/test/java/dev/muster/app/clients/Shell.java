package dev.muster.app.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One of the shells that pipelines have. */
record Shell(List<String> words) {

  /** What a script left behind. */
  record Ended(int code, String output, String errors) {}

  /** Every one that this machine has, if it has curl too. */
  static Stream<Shell> all() {
    return installed("curl")
        ? Stream.of(List.of("sh"), List.of("dash"), List.of("busybox", "sh"))
            .filter(words -> installed(words.get(0)))
            .map(Shell::new)
        : Stream.empty();
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Runs it with nothing of Muster's or a build server's in its environment but what is given. */
  Ended run(Path folder, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(words);
    all.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("MUSTER_") || name.matches("CI|GIT(HUB|LAB)_.*"));
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Ended(
        code,
        Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
