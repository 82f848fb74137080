package dev.muster.app.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.app.Addresses;
import dev.muster.app.Day;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.app.Unreachable;
import dev.muster.app.api.Refused;
import dev.muster.app.api.SinkApi;
import dev.muster.runtime.settings.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster evidence}. */
@Command(
    name = "evidence",
    description = {
      "For an auditor: how each gate of a standard stood over time, and what proved it.",
      "One row for each span in which a judgement was in force, as is known now."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster evidence --standard seven-gates --from 2026-01-01 --to 2027-01-01 --out 2026.csv",
      "  muster evidence --standard launch-25 --system shop --from 2026-10-01 --format json",
      "  muster evidence --standard six-gates --service orders --from 2026-11-01T00:00:00Z",
      "",
      "Exit codes: 0 told whole, 2 wrong use, 3 unreachable, unknown name, not allowed, or cut off."
    })
public final class EvidenceCommand implements Callable<Integer>, ReadsSettings {
  @Option(names = "--standard", required = true, paramLabel = "ID", description = "Which one.")
  private String standard = "";

  @ArgGroup private @Nullable Subject subject;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      converter = Day.class,
      description = "Inclusive; a day begins at 00:00 UTC, or an instant.")
  private Instant from = Instant.EPOCH;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Exclusive. Default: now.")
  private @Nullable Instant to;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "csv",
      description = "csv or json. Default: csv.")
  private Format format = Format.CSV;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Written when all of it has come. Default: standard output.")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Clock clock;
  private final PrintStream out;

  /** One of the two, or all services. */
  private static final class Subject {
    @Option(names = "--service", required = true, paramLabel = "S", description = "One service.")
    private @Nullable String service;

    @Option(
        names = "--system",
        required = true,
        paramLabel = "Y",
        description = "All services of a system, while they were part of it.")
    private @Nullable String system;
  }

  private enum Format {
    CSV,
    JSON
  }

  /**
   * @param out takes bytes as they come, whatever the terminal's letters are
   */
  public EvidenceCommand(Map<String, String> environment, Clock clock, PrintStream out) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.out = out;
  }

  @Override
  public List<Setting<?>> settings() {
    return SinkApi.SETTINGS;
  }

  @Override
  public Integer call() {
    Instant end = to == null ? clock.instant() : to;
    if (!from.isBefore(end)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--from needs a date before " + (to == null ? "now" : "--to") + ", got " + from);
    }
    SinkApi api = new SinkApi(Addresses.of(environment));
    try {
      noteUnknown(api);
      if (file == null) {
        api.copy(path(end), out);
        out.flush();
      } else {
        save(api, path(end), file);
      }
    } catch (Refused no) {
      // "No" is an answer of other commands; here nothing was told.
      throw new Unreachable(String.valueOf(no.getMessage()));
    }
    return Exit.OK;
  }

  /** A name that is gone has a past; one that never was has none, and nothing looks the same. */
  private void noteUnknown(SinkApi api) {
    if (subject == null) {
      return;
    }
    try {
      if (subject.service != null) {
        JsonNode unused = api.get("/api/v1/scorecards/" + SinkApi.encoded(subject.service));
      } else if (subject.system != null) {
        String path = "/api/v1/scorecards?system=" + SinkApi.encoded(subject.system);
        if (api.get(path).path("scorecards").isEmpty()) {
          note("No service is of a system \"" + subject.system + "\" now.");
        }
      }
    } catch (Unreachable unknown) {
      note(String.valueOf(unknown.getMessage()));
    }
  }

  private void note(String why) {
    Objects.requireNonNull(spec)
        .commandLine()
        .getErr()
        .println("note: " + why + " What it was is told, if it ever was.");
  }

  private String path(Instant end) {
    StringBuilder path = new StringBuilder("/api/v1/evidence?standard=");
    path.append(SinkApi.encoded(standard)).append("&from=").append(from).append("&to=").append(end);
    if (subject != null && subject.service != null) {
      path.append("&service=").append(SinkApi.encoded(subject.service));
    } else if (subject != null && subject.system != null) {
      path.append("&system=").append(SinkApi.encoded(subject.system));
    }
    return path.append("&format=").append(format.name().toLowerCase(Locale.ROOT)).toString();
  }

  /** A part of it never lies under the name that was asked for. */
  private static void save(SinkApi api, String path, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Path part = Files.createTempFile(folder, ".evidence-", ".part");
      try {
        try (OutputStream out = Files.newOutputStream(part)) {
          api.copy(path, out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + file + "; name a file in a folder you may write to with --out", e);
    }
  }
}
