package dev.muster.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One start of {@code muster up} as a process of its own.
 *
 * @param seconds from the process' start to its word that all parts are ready
 * @param residentMegabytes held in memory five seconds later; 0 where the system does not say
 * @param mostMegabytes the most held until then
 */
record Start(double seconds, long residentMegabytes, long mostMegabytes) {
  private static final String READY = "Muster is ready";
  private static final long SETTLES_SECONDS = 5;

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
      TimeUnit.SECONDS.sleep(SETTLES_SECONDS);
      return new Start(
          seconds, megabytes(process.pid(), "VmRSS:"), megabytes(process.pid(), "VmHWM:"));
    } finally {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /** The launcher where this is run from a source tree that has one, else the class path. */
  private static List<String> command() {
    Path launcher = Path.of("muster").toAbsolutePath();
    if (Files.isExecutable(launcher)) {
      return List.of(launcher.toString(), "up", "--ports", "auto");
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
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
