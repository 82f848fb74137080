package dev.muster.app.catalogue;

import dev.muster.app.Addresses;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.app.SchemasInPlace;
import dev.muster.core.catalogue.Catalogue;
import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.Program;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.RegistryUnavailable;
import dev.muster.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster apply}. */
@Command(
    name = "apply",
    description = {
      "Makes a catalogue the one that Muster judges by.",
      "Shows what changes, then writes it in one transaction. What stays as it is, is not judged again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster apply catalogue/example --dry-run    shows what would change",
      "  muster apply catalogue/example",
      "  muster apply catalogue --prune              takes out services that the folder lacks",
      "",
      "Exit codes: 0 done, 1 mistakes in the catalogue, 2 wrong use, 3 Kafka or the registry away."
    })
public final class ApplyCommand implements Callable<Integer>, ReadsSettings {
  private static final int SCHEMAS = 50;

  @Parameters(paramLabel = "DIR", description = "Folder of YAML files; those below it count too.")
  private Path folder = Path.of(".");

  @Option(names = "--dry-run", description = "Shows what would change and writes nothing.")
  private boolean dryRun;

  @Option(names = "--prune", description = "Takes out services that the folder does not have.")
  private boolean prune;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who applies. Default: your user name.")
  private String by = System.getProperty("user.name", "unknown");

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Clock clock;

  public ApplyCommand(Map<String, String> environment, Clock clock) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(Addresses.KAFKA, HouseSettings.REGISTRY_URL, HouseSettings.DATA);
  }

  @Override
  public Integer call() {
    Addresses addresses = Addresses.of(environment);
    try {
      return apply(addresses);
    } catch (RegistryUnavailable e) {
      throw SchemasInPlace.unreachable(addresses.named(HouseSettings.REGISTRY_URL), e);
    }
  }

  private int apply(Addresses addresses) {
    Optional<Catalogue> read = CatalogueFolder.read(folder, spec);
    if (read.isEmpty()) {
      return Exit.NO;
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Entry> entries = Entry.of(read.get());
    Settings settings = addresses.settings();
    String kafkaNamed = addresses.named(Addresses.KAFKA);
    HouseSettings house = HouseSettings.read(settings);
    SchemaRegistryClient registry =
        new CachedSchemaRegistryClient(house.registry().toString(), SCHEMAS);
    KafkaProperties kafka = new KafkaProperties(settings.kafka());
    CatalogueTopic topic =
        new CatalogueTopic(
            kafka,
            kafkaNamed,
            new RecordSerde<>(Topics.CATALOG, registry, house.registerSchemas()));
    PrintWriter err = spec.commandLine().getErr();
    err.printf("muster: asking Kafka at %s what is applied%n", kafkaNamed);
    err.flush();
    if (dryRun) {
      List<Change> changes = changes(out, topic.read(), entries);
      out.println(changes.isEmpty() ? "" : "Nothing was written; leave --dry-run out to apply.");
      return Exit.OK;
    }
    new SchemasInPlace(house, registry, addresses.named(HouseSettings.REGISTRY_URL))
        .ensure(Set.of(Program.APPLY));
    List<Change> changes =
        topic.write(
            new CatalogueTopic.By(by, clock.instant()), applied -> changes(out, applied, entries));
    if (!changes.isEmpty()) {
      out.printf(
          "Applied to Kafka at %s: %d change%s.%n",
          kafka.bootstrapServers(), changes.size(), changes.size() == 1 ? "" : "s");
    }
    return Exit.OK;
  }

  private List<Change> changes(PrintWriter out, Applied applied, List<Entry> entries) {
    List<Change> changes = Change.between(applied, entries, prune);
    changes.forEach(change -> change.words().forEach(out::println));
    if (changes.isEmpty()) {
      out.println("Nothing changes.");
    }
    SortedSet<String> left = applied.services();
    entries.forEach(entry -> left.remove(entry.id()));
    if (!prune && !left.isEmpty()) {
      out.printf(
          "Not in %s and kept: %s; --prune takes them out.%n", folder, String.join(", ", left));
    }
    out.flush();
    return changes;
  }
}
