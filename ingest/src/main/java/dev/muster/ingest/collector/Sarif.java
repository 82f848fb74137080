package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.schemas.fact.ScanOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SARIF 2.1.0 of any analyser; the check is the URL's, else the one its driver is known for. It is
 * read twice: rules may stand behind the results that speak of them.
 */
final class Sarif implements Collector {
  private static final Map<String, String> CHECKS =
      Map.ofEntries(
          Map.entry("codeql", "code-scan"),
          Map.entry("semgrep", "code-scan"),
          Map.entry("semgrep oss", "code-scan"),
          Map.entry("semgrep pro", "code-scan"),
          Map.entry("nodejsscan", "code-scan"),
          Map.entry("flawfinder", "code-scan"),
          Map.entry("spotbugs", "code-scan"),
          Map.entry("bandit", "code-scan"),
          Map.entry("gosec", "code-scan"),
          Map.entry("brakeman", "code-scan"),
          Map.entry("snykcode", "code-scan"),
          Map.entry("gitleaks", "secret-scan"),
          Map.entry("trufflehog", "secret-scan"),
          Map.entry("eslint", "error-lint"),
          Map.entry("errorprone", "error-lint"));

  /** Rules about errors that nobody sees, of the linters above. */
  private static final Set<String> SILENT_CATCHES = Set.of("no-empty", "EmptyCatch");

  private static final Set<String> UNHANDLED =
      Set.of("@typescript-eslint/no-floating-promises", "FutureReturnValueIgnored");

  @Override
  public String tool() {
    return "sarif";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  /** What was found for one check. */
  private static final class Tally {
    final List<SarifRun> runs = new ArrayList<>();
    final Findings findings = new Findings();
    long silentCatches;
    long unhandledRejections;

    void add(SarifResult result, SarifRun run) {
      result.addTo(findings, run);
      silentCatches += SILENT_CATCHES.contains(result.ruleId()) ? 1 : 0;
      unhandledRejections += UNHANDLED.contains(result.ruleId()) ? 1 : 0;
    }

    /** Of another driver nobody knows what its rules about errors are called. */
    private ScanOutcome clean() {
      return knowsErrors() ? ScanOutcome.PASSED : ScanOutcome.INCONCLUSIVE;
    }

    boolean knowsErrors() {
      return runs.stream().allMatch(run -> known(run).equals(Optional.of("error-lint")));
    }

    ScanOutcome outcome(String check) {
      ScanOutcome counted = findings.outcome(check);
      boolean swallowed = silentCatches + unhandledRejections > 0;
      if (check.equals("error-lint")) {
        counted = swallowed ? ScanOutcome.FAILED : clean();
      }
      if (runs.isEmpty()
          || (counted == ScanOutcome.PASSED && !runs.stream().allMatch(SarifRun::hasResults))) {
        return ScanOutcome.INCONCLUSIVE;
      }
      boolean broke = runs.stream().anyMatch(SarifRun::broke);
      return counted == ScanOutcome.PASSED && broke ? ScanOutcome.PARTIAL : counted;
    }
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    List<SarifRun> runs = runs(upload);
    Map<String, Tally> tallies = new LinkedHashMap<>();
    List<Tally> byRun = new ArrayList<>();
    for (SarifRun run : runs) {
      Tally tally = tallies.computeIfAbsent(check(upload, run), check -> new Tally());
      tally.runs.add(run);
      byRun.add(tally);
    }
    if (runs.isEmpty() && upload.isFine()) {
      tallies.put(upload.check("code-scan"), new Tally());
    }
    if (upload.isFine()) {
      count(upload, runs, byRun);
    }
    ReportTime time = upload.time(ended(runs), "runs.invocations.endTimeUtc");
    if (upload.isFine()) {
      tallies.forEach((check, tally) -> tell(upload, check, tally, time));
    }
    return upload.reading();
  }

  private static List<SarifRun> runs(Upload upload) {
    List<SarifRun> runs = new ArrayList<>();
    boolean[] has = new boolean[2];
    JsonStream.read(
        upload.incoming().body(),
        upload.errors(),
        json ->
            json.object(
                member -> {
                  if (member.equals("version")) {
                    has[0] = json.text().startsWith("2.1.");
                  } else if (member.equals("runs")) {
                    has[1] = true;
                    json.list(run -> runs.add(SarifRun.read(json)));
                  }
                }));
    if (upload.isFine() && !has[0]) {
      upload.errors().add("version", "2.1.0", "another, or none");
    }
    if (upload.isFine() && !has[1]) {
      upload.errors().add("runs", "a list", "nothing");
    }
    return runs;
  }

  private static Optional<String> known(SarifRun run) {
    return Optional.ofNullable(CHECKS.get(run.driver().toLowerCase(Locale.ROOT)));
  }

  private static String check(Upload upload, SarifRun run) {
    Optional<String> known = known(run);
    if (known.isPresent() || upload.incoming().parameter("check").isPresent()) {
      return upload.check(known.orElse(""));
    }
    return upload.need(
        "check", "the check that this tool answers, as code-scan: its driver is not known");
  }

  private static void count(Upload upload, List<SarifRun> runs, List<Tally> byRun) {
    int[] at = {0};
    JsonStream.read(
        upload.incoming().body(),
        upload.errors(),
        json ->
            json.object(
                member -> {
                  if (member.equals("runs")) {
                    json.list(
                        run -> {
                          int index = at[0]++;
                          results(json, byRun.get(index), runs.get(index));
                        });
                  }
                }));
  }

  private static void results(JsonStream json, Tally tally, SarifRun run)
      throws java.io.IOException {
    json.object(
        member -> {
          if (member.equals("results") && !json.isNull()) {
            json.list(
                element -> {
                  SarifResult result = SarifResult.read(json);
                  if (result.counts()) {
                    tally.add(result, run);
                  }
                });
          }
        });
  }

  private static JsonNode ended(List<SarifRun> runs) {
    return runs.isEmpty() ? MissingNode.getInstance() : runs.get(runs.size() - 1).ended();
  }

  private static void tell(Upload upload, String check, Tally tally, ReportTime time) {
    ScanFact fact = new ScanFact(upload, check);
    if (tally.runs.isEmpty() || !tally.runs.stream().allMatch(SarifRun::hasResults)) {
      fact.whyNothing("It has no run, or one without a list of results.");
    }
    if (!tally.runs.isEmpty()) {
      SarifRun first = tally.runs.get(0);
      Plain.name(first.driver()).ifPresent(driver -> fact.named(driver, first.version()));
      tally.findings.tell(fact);
    }
    if (check.equals("error-lint") && tally.knowsErrors()) {
      fact.value("silentCatches", tally.silentCatches);
      fact.value("unhandledRejections", tally.unhandledRejections);
    }
    fact.whyNothing("Which of its rules are about errors that nobody sees is not known.");
    fact.ended(tally.outcome(check), time);
  }
}
