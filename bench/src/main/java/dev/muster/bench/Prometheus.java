package dev.muster.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * What Prometheus spends on the same question: seventeen rules for each SLO, in the shape that
 * Sloth gives them (eight ratios, seven that describe, two alerts), over thirty days of a sample a
 * minute. Its own account of its processor time, while it evaluates, by SLO and evaluation.
 *
 * @param cpuSeconds of the whole program
 * @param evaluations of all SLOs' rules
 */
record Prometheus(double cpuSeconds, double evaluations, int slos) {
  private static final int SLOS = 5;
  private static final int DAYS = 30;
  private static final int EVALUATIONS = 40;
  private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");
  private static final Duration MOST = Duration.ofMinutes(3);

  /** Whether there is one to ask, and the tool that fills it. */
  static boolean isHere() {
    return List.of("prometheus", "promtool").stream()
        .allMatch(
            name ->
                List.of(System.getenv("PATH").split(":")).stream()
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
  }

  static Prometheus measure(Path folder, int port) throws Exception {
    Files.createDirectories(folder);
    Path samples = folder.resolve("samples.txt");
    Path data = folder.resolve("data");
    writeSamples(samples);
    run("promtool", "tsdb", "create-blocks-from", "openmetrics", "" + samples, "" + data);
    Files.writeString(
        folder.resolve("prometheus.yml"),
        "global: {evaluation_interval: 1s}\nrule_files: [" + folder.resolve("rules.yml") + "]\n");
    Files.writeString(folder.resolve("rules.yml"), rules());
    Process server =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + data,
                "--storage.tsdb.retention.time=60d",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      return watch(URI.create("http://127.0.0.1:" + port + "/metrics"));
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static Prometheus watch(URI metrics) throws Exception {
    Instant gives = Instant.now().plus(MOST);
    double[] first = null;
    while (Instant.now().isBefore(gives)) {
      double[] now = read(metrics);
      if (first == null && now[1] >= 3) {
        first = now;
      } else if (first != null && now[1] - first[1] >= EVALUATIONS) {
        return new Prometheus(now[0] - first[0], now[1] - first[1], SLOS);
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
    throw new IllegalStateException("need " + EVALUATIONS + " evaluations within " + MOST);
  }

  /** Processor time and evaluations so far; none before it answers. */
  private static double[] read(URI metrics) throws InterruptedException {
    try {
      String text =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      return new double[] {
        sum(text, "process_cpu_seconds_total"), sum(text, "prometheus_rule_group_iterations_total")
      };
    } catch (IOException notYet) {
      return new double[2];
    }
  }

  private static double sum(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void writeSamples(Path file) throws IOException {
    Random random = new Random(7);
    long end = Instant.now().getEpochSecond() / 60 * 60;
    int minutes = DAYS * 24 * 60;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (String name : List.of("events", "errors", "ratio")) {
        out.write("# TYPE bench_" + name + (name.equals("ratio") ? " gauge\n" : " counter\n"));
        for (int slo = 0; slo < SLOS; slo++) {
          double sum = 0;
          for (int minute = minutes; minute >= 0; minute--) {
            sum += name.equals("events") ? 1_000 : random.nextInt(10);
            String series = "{slo=\"slo-" + slo + "\"} ";
            out.write(
                (name.equals("ratio") ? "bench_ratio" : "bench_" + name + "_total")
                    + series
                    + (name.equals("ratio") ? random.nextInt(10) / 1e3 : sum)
                    + ' '
                    + (end - 60L * minute)
                    + '\n');
          }
        }
      }
      out.write("# EOF\n");
    }
  }

  private static String rules() {
    StringBuilder rules = new StringBuilder("groups:\n  - name: slos\n    rules:\n");
    for (int slo = 0; slo < SLOS; slo++) {
      String of = "{slo=\"slo-" + slo + "\"}";
      for (String window : WINDOWS) {
        String range = of + '[' + window + ']';
        record(
            rules,
            "error_ratio_" + window,
            slo,
            "sum(rate(bench_errors_total"
                + range
                + ")) / sum(rate(bench_events_total"
                + range
                + "))");
      }
      String all = "bench_ratio" + of + "[30d]";
      record(
          rules,
          "error_ratio_30d",
          slo,
          "sum_over_time(" + all + ") / count_over_time(" + all + ")");
      record(rules, "objective", slo, "vector(0.99)");
      record(rules, "budget", slo, "vector(1 - 0.99)");
      record(rules, "period_days", slo, "vector(30)");
      record(rules, "burn", slo, "error_ratio_5m" + of + " / on(slo) budget" + of);
      record(rules, "period_burn", slo, "error_ratio_30d" + of + " / on(slo) budget" + of);
      record(rules, "budget_left", slo, "1 - period_burn" + of);
      record(rules, "known", slo, "vector(1)");
      alert(rules, "page", of, "14.4", "5m", "1h", "6", "30m", "6h");
      alert(rules, "ticket", of, "3", "2h", "1d", "1", "6h", "3d");
    }
    return rules.toString();
  }

  private static void record(StringBuilder rules, String name, int slo, String expression) {
    rules
        .append("      - {record: ")
        .append(name)
        .append(", expr: '")
        .append(expression)
        .append("', labels: {slo: slo-")
        .append(slo)
        .append("}}\n");
  }

  private static void alert(StringBuilder rules, String name, String of, String... pairs) {
    rules.append("      - {alert: ").append(name).append(", expr: '");
    for (int i = 0; i < pairs.length; i += 3) {
      rules.append(i > 0 ? " or " : "");
      rules.append(
          String.format(
              Locale.ROOT,
              "(error_ratio_%s%s > %s * 0.01 and error_ratio_%s%s > %s * 0.01)",
              pairs[i + 1],
              of,
              pairs[i],
              pairs[i + 2],
              of,
              pairs[i]));
    }
    rules.append("'}\n");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("need " + String.join(" ", command) + " to succeed");
    }
  }

  /** Milliseconds of processor time for one SLO, once. */
  double millisEach() {
    return cpuSeconds * 1e3 / evaluations / slos;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Prometheus: %.2f ms of processor time for the rules of one SLO, once (%.0f evaluations)",
        millisEach(),
        evaluations);
  }
}
