package dev.muster.app;

import dev.muster.app.embedded.EmbeddedKafka;
import dev.muster.app.embedded.FolderLock;
import dev.muster.app.embedded.Port;
import dev.muster.app.registry.RegistryServer;
import dev.muster.ingest.IngestPart;
import dev.muster.runtime.auth.LoginLinks;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.part.Part;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import dev.muster.runtime.settings.SettingsRefused;
import dev.muster.schemas.Program;
import dev.muster.schemas.TopicLayout;
import dev.muster.sink.SinkPart;
import dev.muster.streams.run.StreamsPart;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A whole Muster in this process: broker and registry first, then what needs them. */
final class OneMachine implements AutoCloseable {

  private static final String BOOTSTRAP = Addresses.KAFKA.name();

  private final Map<String, String> environment;
  private final boolean rebuild;
  private final Clock clock;
  private final Prelude prelude;
  private final Progress progress;
  private final Begun begun = new Begun();

  /** What happens while nothing is judged or shown yet. */
  interface Prelude {
    Prelude NONE = new Prelude() {};

    /** Says when ingest receives; that may lie in the past. */
    default Clock received(Clock real) {
      return real;
    }

    /** Topics are there, and nobody reads them yet. */
    default void beforeIngest(Map<String, String> surroundings) {}

    /**
     * Ingest takes facts.
     *
     * @param goOn to be asked now and then; throws when the machine is told to end
     */
    default void beforeStreams(URI ingest, Path token, Runnable goOn) {}
  }

  /**
   * @param rebuild whether streams reads the whole log again
   * @param progress is told, in a line each, what is being done
   */
  OneMachine(
      Map<String, String> environment,
      boolean rebuild,
      Clock clock,
      Prelude prelude,
      Progress progress) {
    this.environment = Map.copyOf(environment);
    this.rebuild = rebuild;
    this.clock = clock;
    this.prelude = prelude;
    this.progress = progress;
  }

  /**
   * Returns when all parts are ready. Told to close meanwhile, it ends at its next step.
   *
   * @return where things are
   * @throws Begun.ToldToEnd when it was told to close
   */
  Places start() {
    try {
      return started();
    } catch (RuntimeException | LinkageError e) {
      // What was closed under its hands is no trouble of its own; nor is a class that, first used
      // while the process ends, may register no shutdown hook any more.
      begun.goOn();
      throw e;
    }
  }

  private Places started() {
    Settings settings = new Settings(environment);
    HouseSettings house = HouseSettings.read(settings);
    int port = settings.read(AppSettings.BROKER_PORT);
    int partitions = settings.read(AppSettings.PARTITIONS);
    var listen = AppSettings.REGISTRY.read(settings, house.ports());
    refuseAnotherKafka(settings);
    settings.refuseUnknown(Programs.SETTINGS);

    Path data = house.data().toAbsolutePath().normalize();
    Logs.toFolder(data);
    begun.take(() -> FolderLock.take(data)::close);
    Addresses.forget(data);
    EmbeddedKafka kafka =
        new EmbeddedKafka(
            data.resolve("kafka"),
            new Port("kafka", port, AppSettings.BROKER_PORT.name(), house.ports() == Ports.AUTO));
    start(kafka);
    RegistryServer registry = new RegistryServer(data.resolve("registry"), listen);
    start(registry);

    Map<String, String> surroundings = surroundings(kafka, registry);
    Ground ground = Ground.of(surroundings, clock);
    TopicLayout layout = new TopicLayout(partitions == 0 ? 4 : partitions, 1, 1);
    begun.goOn();
    new TopicsInPlace(ground.kafka(), layout).ensure(EnumSet.allOf(Program.class));
    SchemasInPlace schemas = new SchemasInPlace(ground.house(), ground.registry());
    schemas.ensure(EnumSet.allOf(Program.class));
    Tokens tokens = Programs.tokens(ground);
    Path token = tokens.adminTokenFile();
    LoginLinks links = new LoginLinks(clock, new SecureRandom());
    SinkPart sink = Programs.sink(ground, tokens, links);
    IngestPart ingest = Programs.ingest(ground, tokens, prelude.received(clock));
    StreamsPart streams = Programs.streams(ground, layout, rebuild, false);
    begun.goOn();
    prelude.beforeIngest(surroundings);
    start(ingest);
    begun.await(progress::waiting);
    prelude.beforeStreams(ingest.uri(), token, begun::goOn);
    start(streams);
    start(sink);
    begun.await(progress::waiting);
    Places places =
        new Places(
            kafka.bootstrapServers(),
            registry.uri(),
            ingest.uri(),
            sink.uri(),
            sink.publicUri(),
            token,
            Places.link(sink, links, tokens, token));
    begun.take(
        () -> {
          Addresses.tell(data, places);
          return () -> Addresses.forget(data);
        });
    return places;
  }

  private void start(Part part) {
    begun.goOn();
    progress.accept("starting " + part.name());
    begun.start(part);
  }

  private static void refuseAnotherKafka(Settings settings) {
    if (settings.kafka().containsKey("bootstrap.servers")) {
      throw new SettingsRefused(
          List.of(
              BOOTSTRAP
                  + ": 'up' starts a broker of its own; for another one start 'muster ingest',"
                  + " 'muster streams' and 'muster sink'"));
    }
  }

  /** What the programs would be told if broker and registry were elsewhere. */
  private Map<String, String> surroundings(EmbeddedKafka kafka, RegistryServer registry) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(BOOTSTRAP, kafka.bootstrapServers());
    all.put(HouseSettings.REGISTRY_URL.name(), registry.uri().toString());
    all.putIfAbsent(HouseSettings.REGISTER_SCHEMAS.name(), "true");
    return all;
  }

  /** The last one started first; the folder is let go when all are closed. */
  @Override
  public void close() {
    begun.close();
  }
}
