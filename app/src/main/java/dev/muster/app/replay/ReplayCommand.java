package dev.muster.app.replay;

import dev.muster.app.Addresses;
import dev.muster.app.Day;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.app.SchemasInPlace;
import dev.muster.app.Unreachable;
import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.catalogue.Trial;
import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.RegistryUnavailable;
import dev.muster.schemas.Topics;
import dev.muster.streams.replay.Difference;
import dev.muster.streams.replay.History;
import dev.muster.streams.replay.Known;
import dev.muster.streams.replay.PastLog;
import dev.muster.streams.replay.Replay;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster replay}. */
@Command(
    name = "replay",
    description = {
      "Judges the past again, or as it would have been with another SLO or standard.",
      "Reads the log from its beginning, in memory, and writes nothing: no record, no state, no group.",
      "A page is a time at the tier of a page; a ticket is an alert that never paged.",
      "Minutes are those between --from and --to."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster replay --from 2026-11-01 --service orders            what was judged since",
      "  muster replay --from 2026-11-01 --slo slower.yaml           which pages it would have spared",
      "  muster replay --from 2026-10-01 --to 2026-11-01 --standard bar.yaml --json",
      "",
      "Exit codes: 0 told, 1 mistakes in FILE, 2 wrong use, 3 Kafka or the registry away, unknown"
          + " name, or before the log."
    })
public final class ReplayCommand implements Callable<Integer>, ReadsSettings {
  private static final int SCHEMAS = 200;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "INSTANT",
      converter = Day.class,
      description = "Inclusive; a day begins at 00:00 UTC.")
  private Instant from = Instant.EPOCH;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      converter = Day.class,
      description = "Exclusive. Default: now.")
  private @Nullable Instant to;

  @Option(
      names = "--service",
      paramLabel = "S",
      description = "Only of this one; may be said more than once.")
  private List<String> services = List.of();

  @ArgGroup private @Nullable Tried tried;

  @Option(names = "--json", description = "For machines: one document, with all there is.")
  private boolean json;

  @Option(names = "--quiet", description = "Does not say how far it is.")
  private boolean quiet;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Clock clock;

  /** One of the two, or nothing. */
  private static final class Tried {
    @Option(
        names = "--slo",
        required = true,
        paramLabel = "FILE",
        description = "OpenSLO. Each SLO is tried in place of the one of its service and name.")
    private List<Path> slos = List.of();

    @Option(
        names = "--standard",
        required = true,
        paramLabel = "FILE",
        description = "Each standard is tried in place of the one of its id.")
    private List<Path> standards = List.of();
  }

  public ReplayCommand(Map<String, String> environment, Clock clock) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(Addresses.KAFKA, HouseSettings.REGISTRY_URL, HouseSettings.DATA);
  }

  @Override
  public Integer call() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant end = to == null ? now : to;
    if (end.isAfter(now)) {
      throw wrong("--to needs an instant that is over, got " + end + "; leave it out for now");
    } else if (!from.isBefore(end)) {
      throw wrong(
          "--from needs an instant before " + (to == null ? "now" : "--to") + ", got " + from);
    }
    Addresses addresses = Addresses.of(environment);
    Settings settings = addresses.settings();
    String registry = HouseSettings.read(settings).registry().toString();
    try (PastLog log =
        PastLog.open(
            new KafkaProperties(settings.kafka()),
            new CachedSchemaRegistryClient(registry, SCHEMAS),
            end)) {
      return tell(log, new History.Span(from, end));
    } catch (RegistryUnavailable e) {
      throw SchemasInPlace.unreachable(addresses.named(HouseSettings.REGISTRY_URL), e);
    } catch (KafkaException e) {
      throw new Unreachable(
          "Kafka at %s did not answer: %s"
              .formatted(addresses.named(Addresses.KAFKA), e.getClass().getSimpleName()));
    }
  }

  private int tell(PastLog log, History.Span asked) {
    if (log.partitions() == 0) {
      throw new Unreachable(
          "topic " + Topics.CATALOG + " is not there yet; start Muster once ('muster up')");
    }
    Known known = log.known();
    refuseUnknown(known);
    Optional<Trial> trial = Optional.empty();
    if (tried != null) {
      TrialFiles files = new TrialFiles(err(), Objects.requireNonNull(spec).commandLine());
      trial =
          tried.slos.isEmpty()
              ? files.standards(tried.standards, known.catalogue())
              : files.slos(tried.slos, known.catalogue());
      if (trial.isEmpty()) {
        return Exit.NO;
      }
    }
    SortedSet<String> of = asked(trial);
    Collection<Integer> partitions = partitions(log, of);
    refuseBeforeTheLog(log, partitions);
    ReadProgress progress = new ReadProgress(err(), log.records(partitions), quiet);
    Replay.Told told = new Replay(log, asked, of, progress).tell(partitions, trial);
    progress.end();
    print(told);
    return Exit.OK;
  }

  /** None for all. SLOs that are tried change nothing of services that are not theirs. */
  private SortedSet<String> asked(Optional<Trial> trial) {
    SortedSet<String> named = new TreeSet<>(services);
    SortedSet<String> changed =
        new TreeSet<>(trial.map(one -> one.slos().keySet()).orElse(Set.of()));
    if (named.isEmpty() || changed.isEmpty()) {
      return named.isEmpty() ? changed : named;
    }
    changed.removeAll(named);
    if (!changed.isEmpty()) {
      throw wrong(
          "--service leaves out %s, of which an SLO is tried; name it too, or name none"
              .formatted(String.join(", ", changed)));
    }
    return named;
  }

  private void print(Replay.Told told) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Optional<Difference> difference = told.with().map(with -> Difference.of(told.without(), with));
    if (json) {
      out.println(
          difference
              .map(found -> ReplayJson.of(told, found))
              .orElseGet(() -> ReplayJson.of(told))
              .toPrettyString());
    } else if (difference.isPresent()) {
      DifferenceTable.lines(told, difference.get()).forEach(out::println);
    } else {
      HistoryTable.lines(told.without()).forEach(out::println);
    }
    out.flush();
  }

  private void refuseUnknown(Known known) {
    SortedSet<String> names = known.names();
    for (String service : services) {
      if (!names.contains(service)) {
        throw new Unreachable(
            "the catalogue never had a service \"%s\"%s"
                .formatted(
                    service,
                    DidYouMean.nearest(service, names)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; 'muster apply' brings it")));
      }
    }
  }

  private static Collection<Integer> partitions(PastLog log, Collection<String> of) {
    return of.isEmpty()
        ? IntStream.range(0, log.partitions()).boxed().toList()
        : of.stream().map(log::partitionOf).collect(Collectors.toCollection(TreeSet::new));
  }

  private void refuseBeforeTheLog(PastLog log, Collection<Integer> partitions) {
    Instant earliest =
        log.earliest(partitions)
            .orElseThrow(
                () -> new Unreachable("the log holds no facts of what was asked for, nor did it"));
    if (from.isBefore(earliest)) {
      throw new Unreachable(
          "the log's first fact was received at %s; ask from then on, or later, got %s"
              .formatted(earliest, from));
    }
    List<String> shortened = log.shortened(partitions);
    if (!shortened.isEmpty()) {
      err()
          .println(
              "note: the beginning of "
                  + String.join(", ", shortened)
                  + " is kept no longer; what was judged by it then may stand otherwise here");
    }
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }
}
