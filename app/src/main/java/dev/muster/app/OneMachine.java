package dev.muster.app;

import dev.muster.app.embedded.EmbeddedKafka;
import dev.muster.app.embedded.FolderLock;
import dev.muster.app.embedded.Port;
import dev.muster.app.registry.RegistryServer;
import dev.muster.ingest.IngestPart;
import dev.muster.runtime.auth.LoginLinks;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.part.Health;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A whole Muster in this process: broker and registry first, then what needs them. */
final class OneMachine implements AutoCloseable {

  private static final String BOOTSTRAP = "MUSTER_KAFKA_BOOTSTRAP_SERVERS";

  private final Map<String, String> environment;
  private final boolean rebuild;
  private final Clock clock;
  private final Prelude prelude;
  private final Consumer<String> progress;
  private final Deque<Runnable> open = new ArrayDeque<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private boolean closed;

  /** What happens while nothing is judged or shown yet. */
  interface Prelude {
    Prelude NONE = new Prelude() {};

    /** Says when ingest receives; that may lie in the past. */
    default Clock received(Clock real) {
      return real;
    }

    /** Topics are there, and nobody reads them yet. */
    default void beforeIngest(Map<String, String> surroundings) {}

    /** Ingest takes facts. */
    default void beforeStreams(URI ingest, Path token) {}
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
      Consumer<String> progress) {
    this.environment = Map.copyOf(environment);
    this.rebuild = rebuild;
    this.clock = clock;
    this.prelude = prelude;
    this.progress = progress;
  }

  /**
   * Returns when all parts have begun; each then becomes ready by itself.
   *
   * @return where things are
   */
  synchronized Places start() {
    Settings settings = new Settings(environment);
    HouseSettings house = HouseSettings.read(settings);
    int port = settings.read(AppSettings.BROKER_PORT);
    int partitions = settings.read(AppSettings.PARTITIONS);
    var listen = AppSettings.REGISTRY.read(settings, house.ports());
    refuseAnotherKafka(settings);

    Path data = house.data().toAbsolutePath().normalize();
    Logs.toFolder(data);
    open.push(FolderLock.take(data)::close);
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
    new TopicsInPlace(ground.kafka(), layout).ensure(EnumSet.allOf(Program.class));
    SchemasInPlace schemas = new SchemasInPlace(ground.house(), ground.registry());
    schemas.ensure(EnumSet.allOf(Program.class));
    boolean first = !Files.exists(data.resolve("token"));
    Tokens tokens = Programs.tokens(ground);
    Path token = tokens.adminTokenFile();
    LoginLinks links = new LoginLinks(clock, new SecureRandom());
    SinkPart sink = Programs.sink(ground, tokens, links);
    IngestPart ingest = Programs.ingest(ground, tokens, prelude.received(clock));
    StreamsPart streams = Programs.streams(ground, layout, rebuild, false);
    ground.settings().refuseUnknown(Programs.SETTINGS);
    prelude.beforeIngest(surroundings);
    start(ingest);
    Readiness.await(ingest);
    prelude.beforeStreams(ingest.uri(), token);
    start(streams);
    start(sink);
    return new Places(
        kafka.bootstrapServers(),
        registry.uri(),
        ingest.uri(),
        sink.uri(),
        sink.publicUri(),
        token,
        first ? Places.link(sink, links, tokens, token) : Optional.empty());
  }

  private void start(Part part) {
    if (closed) {
      throw new IllegalStateException("told to end while starting");
    }
    progress.accept("starting " + part.name());
    open.push(part::close);
    parts.put(part.name(), part);
    part.start();
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

  /** By name, in the order of their start. */
  synchronized Map<String, Health> check() {
    Map<String, Health> healths = new LinkedHashMap<>();
    parts.forEach((name, part) -> healths.put(name, part.check()));
    return healths;
  }

  /** The last one started first; the folder is let go when all are closed. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }
}
