package dev.muster.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One start of {@code muster up} as a process of its own.
 *
 * @param seconds from the process' start to its word that all parts are ready
 * @param cpuSeconds processor time it took for that; tells a slow start from a busy machine
 * @param residentMegabytes held in memory five seconds later; 0 where the system does not say
 * @param mostMegabytes the most held until then
 */
record Start(double seconds, double cpuSeconds, long residentMegabytes, long mostMegabytes) {
  private static final Path LAUNCHER = Path.of("muster").toAbsolutePath();
  private static final String READY = "Muster is ready";
  private static final long SETTLES_SECONDS = 5;

  /** So that building, and preparing a faster start, is over before anything is measured. */
  static void prepare() throws IOException, InterruptedException {
    if (Files.isExecutable(LAUNCHER)) {
      int exit = new ProcessBuilder(LAUNCHER.toString(), "version").inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IOException("need muster version to end with 0, got " + exit);
      }
    }
  }

  static Start measure(Path data) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().put("MUSTER_DATA", data.toString());
    builder.redirectErrorStream(true);
    long begun = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder said = new StringBuilder();
      String line = out.readLine();
      while (line != null && !line.startsWith(READY)) {
        said.append(line).append('\n');
        line = out.readLine();
      }
      if (line == null) {
        throw new IOException("muster up ended before it was ready:\n" + said);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      double cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
      TimeUnit.SECONDS.sleep(SETTLES_SECONDS);
      return new Start(
          seconds, cpu, megabytes(process.pid(), "VmRSS:"), megabytes(process.pid(), "VmHWM:"));
    } finally {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /** The launcher where this is run from a source tree that has one, else the class path. */
  private static List<String> command() {
    if (Files.isExecutable(LAUNCHER)) {
      return List.of(LAUNCHER.toString(), "up", "--ports", "auto");
    }
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    return List.of(
        java,
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.muster.app.Main",
        "up",
        "--ports",
        "auto");
  }

  private static long megabytes(long pid, String name) throws IOException {
    return Memory.resident(Path.of("/proc", Long.toString(pid), "status"), name) >> 20;
  }
}
