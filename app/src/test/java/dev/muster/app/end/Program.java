package dev.muster.app.end;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The {@code muster} command as it is shipped, in a process of its own.
 *
 * @param output all that it has said so far, in a file
 */
record Program(Process process, Path output) implements AutoCloseable {
  private static final String JAR =
      System.getProperty("muster.jar", Path.of("target/muster/lib/muster.jar").toString());

  /** How a program ended, and what it said to whom. */
  record Ended(int code, String out, String err) {
    Ended mustBe(int wanted) {
      if (code != wanted) {
        throw new AssertionError("ended with " + code + ", need " + wanted + ": " + err + out);
      }
      return this;
    }
  }

  /**
   * Begins one that stays.
   *
   * @param output appended to
   */
  static Program start(Path output, Map<String, String> settings, List<String> arguments) {
    return startCommand(output, settings, muster(arguments));
  }

  /** Begins any command that stays. */
  static Program startCommand(Path output, Map<String, String> settings, List<String> command) {
    try {
      ProcessBuilder builder = builder(settings, command);
      return new Program(
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start(),
          output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command of Muster to its end. */
  static Ended run(Path folder, Map<String, String> settings, String... arguments) {
    return command(folder, settings, muster(List.of(arguments)));
  }

  /**
   * Runs a command of Muster to its end, for somebody who answers it.
   *
   * @param typed standard input, which ends with it
   */
  static Ended runAnswered(
      Path folder, Map<String, String> settings, String typed, String... arguments) {
    return command(folder, settings, typed, muster(List.of(arguments)));
  }

  /** Runs any command to its end. */
  static Ended command(Path folder, Map<String, String> settings, List<String> command) {
    return command(folder, settings, "", command);
  }

  private static Ended command(
      Path folder, Map<String, String> settings, String typed, List<String> command) {
    try {
      Path out = Files.createTempFile(folder, "said-", ".out");
      Path err = Files.createTempFile(folder, "said-", ".err");
      Path in = Files.writeString(Files.createTempFile(folder, "said-", ".in"), typed);
      Process process =
          builder(settings, command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("did not end: " + command);
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> muster(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-jar", Path.of(JAR).toAbsolutePath().toString()));
    command.addAll(arguments);
    return command;
  }

  private static ProcessBuilder builder(Map<String, String> settings, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("MUSTER_"));
    environment.putAll(new HashMap<>(settings));
    return builder;
  }

  String said() throws IOException {
    return new String(Files.readAllBytes(output), UTF_8);
  }

  /** {@code KILL}, {@code STOP} or {@code CONT}. */
  void signal(String name) {
    try {
      String pid = Long.toString(process.pid());
      int code = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill -" + name + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@code kill -9}; returns when it is gone. */
  void killNine() {
    signal("KILL");
    ended();
  }

  private void ended() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to end, and does not wait for ever. */
  @Override
  public void close() {
    try {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
