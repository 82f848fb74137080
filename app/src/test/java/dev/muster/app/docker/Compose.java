package dev.muster.app.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The compose file, up under a project name of its own, on free ports. */
final class Compose implements AutoCloseable {
  private static final Map<String, String> FREE_PORTS =
      Map.of(
          "MUSTER_INGEST_PUBLISH", "0", "MUSTER_SINK_PUBLISH", "0", "MUSTER_PUBLIC_PUBLISH", "0");

  private final List<String> command;

  Compose(Path root, String project) {
    command = new ArrayList<>(program());
    command.addAll(List.of("-f", root.resolve("docker/compose.yml").toString(), "-p", project));
  }

  /** The plugin where there is one, else the program of its own. */
  private static List<String> program() {
    return succeeds("docker", "compose", "version")
        ? List.of("docker", "compose")
        : List.of("docker-compose");
  }

  private static boolean succeeds(String... words) {
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What it printed; throws with that when it fails. */
  String run(String... words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().putAll(FREE_PORTS);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError(String.join(" ", all) + " failed:\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Where a port of a container is on this machine, {@code 127.0.0.1:32768}. */
  String address(String service, int port) {
    return run("port", service, String.valueOf(port)).strip();
  }

  @Override
  public void close() {
    run("down", "-v", "-t", "5");
  }
}
