package dev.muster.app.run;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** One run: the command in the middle, a report before (deploys) and after. */
final class Run {
  private final Plan plan;
  private final Reporter reporter;
  private final Clock clock;
  private final PrintWriter errors;

  /**
   * What was asked for.
   *
   * @param evidence read once the command has ended
   */
  record Plan(
      List<String> command,
      Claim claim,
      Subject subject,
      Presets presets,
      Supplier<Evidence> evidence) {}

  Run(Plan plan, Reporter reporter, Clock clock, PrintWriter errors) {
    this.plan = plan;
    this.reporter = reporter;
    this.clock = clock;
    this.errors = errors;
  }

  /** The exit code of the command, whatever became of the report. */
  int call() throws InterruptedException {
    String id = UUID.randomUUID().toString();
    Signals signals = new Signals();
    signals.hold();
    if (plan.claim() instanceof Claim.Deploy) {
      tell(
          "deploy of "
              + plan.subject().service()
              + " started: "
              + reporter.report(Fact.started(plan.subject(), id, clock.instant())));
    }
    Watch watch = new Watch(plan.presets().signs());
    long from = System.nanoTime();
    Command.Ended ended = new Command(plan.command(), watch).run(signals);
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    if (!ended.started()) {
      tell(plan.command().get(0) + (ended.code() == 127 ? ": not found" : ": cannot be run"));
    }
    Evidence evidence = plan.evidence().get();
    evidence.missing().forEach(this::tell);
    Verdict verdict = verdict(ended, watch);
    Fact fact = Fact.ended(plan.subject(), id, verdict, evidence, clock.instant(), took);
    tell(sentence(verdict, took) + ": " + reporter.report(fact));
    return ended.code();
  }

  private Verdict verdict(Command.Ended ended, Watch watch) {
    List<Doubt> doubts = new ArrayList<>(plan.presets().fromWords());
    doubts.addAll(watch.doubts());
    return Verdict.of(plan.claim(), outcome(ended), doubts);
  }

  private Outcome outcome(Command.Ended ended) {
    if (ended.started()) {
      return plan.presets().exits().of(ended.code());
    }
    return plan.claim().outcomes().contains(Outcome.ERROR) ? Outcome.ERROR : Outcome.FAILED;
  }

  private String sentence(Verdict verdict, Duration took) {
    return verdict.claim().words()
        + " for "
        + plan.subject().service()
        + ' '
        + verdict.said()
        + " after "
        + took.toSeconds()
        + " s";
  }

  private void tell(String line) {
    errors.println("muster run: " + line.replaceAll("\\p{Cntrl}", " "));
    errors.flush();
  }
}
