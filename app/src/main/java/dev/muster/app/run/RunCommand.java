package dev.muster.app.run;

import dev.muster.app.Addresses;
import dev.muster.app.OwnToken;
import dev.muster.app.ReadsSettings;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster run}: reads what the caller claims, and hands over to {@link Run}. */
@Command(
    name = "run",
    description = "Runs a command unchanged and reports what it proved.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster run --service orders --backup BACKUP --dataset orders-db -- restic backup /srv/orders",
      "  muster run --service orders --backup RESTORE --dataset orders-db --scope FULL \\",
      "      --verified-by CHECKSUM -- restic restore latest --target /tmp/r --verify",
      "  muster run --service orders --scan load-test --value peakRatio=1.2 --report k6.json -- k6 run a.js",
      "  muster run --service orders --deploy --environment production --ref v42 -- ./deploy.sh",
      "",
      "Output and exit code are the command's own (128+n where signal n ended it). While Muster is",
      "away, events wait in a folder and are sent by the next run."
    })
public final class RunCommand implements Callable<Integer>, ReadsSettings {
  @Option(
      names = "--service",
      required = true,
      paramLabel = "S",
      description = "Service it is about.")
  private String service = "";

  @Option(names = "--backup", paramLabel = "OP", description = "${COMPLETION-CANDIDATES}.")
  private Claim.@Nullable Operation backup;

  @Option(names = "--dataset", paramLabel = "D", description = "With --backup: the dataset.")
  private @Nullable String dataset;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "With --backup: all of it or not, ${COMPLETION-CANDIDATES}.")
  private Claim.@Nullable Scope scope;

  @Option(
      names = "--verified-by",
      paramLabel = "HOW",
      description = "With --backup: what looked at the result, ${COMPLETION-CANDIDATES}.")
  private Claim.@Nullable Verification verifiedBy;

  @Option(
      names = "--recovery-point",
      paramLabel = "TIME",
      converter = InstantWord.class,
      description = "With --backup: up to when the copy holds the data, 2026-03-01T14:00:00Z.")
  private @Nullable Instant recoveryPoint;

  @Option(
      names = "--encrypted",
      paramLabel = "IS",
      description = "With --backup: whether the copy is encrypted, ${COMPLETION-CANDIDATES}.")
  private Claim.@Nullable Encrypted encrypted;

  @Option(names = "--scan", paramLabel = "CHECK", description = "It answers this check.")
  private @Nullable String scan;

  @Option(names = "--deploy", description = "It deploys; needs --environment.")
  private boolean deploy;

  @Option(
      names = "--exit",
      paramLabel = "RULES",
      description =
          "What exit codes mean: 0=PASSED,3=PARTIAL,*=FAILED. Default: the preset's, else 0=PASSED,*=FAILED.")
  private @Nullable String exit;

  @Option(
      names = "--preset",
      paramLabel = "TOOL",
      description =
          "restic, borg, pgbackrest, barman or none: what is known of the tool. Default: by the command's name.")
  private @Nullable String preset;

  @Option(
      names = "--value",
      paramLabel = "NAME=NUMBER",
      description = "With --scan: a measured number.")
  private List<String> values = new ArrayList<>();

  @Option(
      names = "--values-from",
      paramLabel = "FILE",
      description = "With --scan: read afterwards, a JSON object of numbers or lines name=number.")
  private @Nullable Path valuesFrom;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "With --scan: read afterwards; its SHA-256 is reported.")
  private @Nullable Path report;

  @Option(
      names = "--target",
      paramLabel = "T",
      description = "What was scanned, or where the copy is.")
  private @Nullable String target;

  @Option(
      names = "--environment",
      paramLabel = "E",
      description = "With --scan or --deploy: where it runs.")
  private @Nullable String environment;

  @Option(
      names = "--ref",
      paramLabel = "REF",
      description = "Branch, tag, version, commit or image digest; of a backup, its id.")
  private @Nullable String ref;

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "After --: what to run.")
  private List<String> command = new ArrayList<>();

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environmentVariables;
  private final Clock clock;

  public RunCommand(Map<String, String> environmentVariables, Clock clock) {
    this.environmentVariables = Map.copyOf(environmentVariables);
    this.clock = clock;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(Addresses.INGEST, OwnToken.FILE, RunSettings.SPOOL, HouseSettings.DATA);
  }

  @Override
  public Integer call() throws InterruptedException {
    Run.Plan plan;
    RunSettings settings;
    try {
      Locales.refuseLostLetters();
      Claim claim = claim();
      refuseMisplaced(claim);
      Values given = values.stream().map(Values::of).reduce(Values.NONE, Values::and);
      Presets presets =
          Presets.choose(Optional.ofNullable(preset), Optional.ofNullable(exit), claim, command);
      plan =
          new Run.Plan(
              command,
              claim,
              subject(),
              presets,
              () ->
                  Evidence.read(
                      given, Optional.ofNullable(valuesFrom), Optional.ofNullable(report)));
      settings =
          RunSettings.read(
              Addresses.of(environmentVariables),
              Path.of(environmentVariables.getOrDefault("HOME", System.getProperty("user.home"))));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    PrintWriter errors = spec().commandLine().getErr();
    return new Run(plan, new Reporter(settings, clock), clock, errors).call();
  }

  private Claim claim() {
    int claims = (backup == null ? 0 : 1) + (scan == null ? 0 : 1) + (deploy ? 1 : 0);
    if (claims != 1) {
      throw new IllegalArgumentException("need one of --backup, --scan and --deploy");
    }
    if (backup != null) {
      if (dataset == null) {
        throw new IllegalArgumentException("--backup needs --dataset");
      }
      return new Claim.Backup(
          backup,
          dataset,
          Optional.ofNullable(scope),
          verifiedBy == null ? Claim.Verification.NONE : verifiedBy,
          new Claim.Copy(Optional.ofNullable(recoveryPoint), Optional.ofNullable(encrypted)));
    }
    return scan != null ? new Claim.Scan(scan) : new Claim.Deploy();
  }

  private Subject subject() {
    return new Subject(
        service,
        Optional.ofNullable(target),
        Optional.ofNullable(environment),
        Optional.ofNullable(ref).map(Subject.Ref::new),
        Subject.inPipeline(environmentVariables));
  }

  /** An option that would be thrown away is a mistake, and said. */
  private void refuseMisplaced(Claim claim) {
    boolean isBackup = claim instanceof Claim.Backup;
    boolean isScan = claim instanceof Claim.Scan;
    need(
        isBackup || (dataset == null && scope == null && verifiedBy == null),
        "--dataset, --scope and --verified-by go with --backup");
    need(
        isBackup || (recoveryPoint == null && encrypted == null),
        "--recovery-point and --encrypted go with --backup");
    need(
        isScan || (values.isEmpty() && valuesFrom == null && report == null),
        "--value, --values-from and --report go with --scan");
    need(!isBackup || environment == null, "--environment goes with --scan and --deploy");
    need(!(claim instanceof Claim.Deploy) || environment != null, "--deploy needs --environment");
    need(
        !(claim instanceof Claim.Deploy) || target == null,
        "--target goes with --scan and --backup");
  }

  private static void need(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the spec before it calls");
    }
    return spec;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec().commandLine(), message);
  }
}
