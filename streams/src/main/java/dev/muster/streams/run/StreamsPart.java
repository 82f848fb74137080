package dev.muster.streams.run;

import dev.muster.runtime.http.HttpServer;
import dev.muster.runtime.http.Operations;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import dev.muster.schemas.Program;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.streams.ReadinessTopology;
import dev.muster.streams.StreamsMeters;
import dev.muster.streams.StreamsSettings;
import dev.muster.streams.admit.PatientDeserializer;
import dev.muster.streams.live.CaughtUp;
import dev.muster.streams.live.EndWatch;
import dev.muster.streams.live.Positions;
import dev.muster.streams.live.WatchedClients;
import dev.muster.streams.state.RocksMemory;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.SortedSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program that judges, with the server that says how it is. */
public final class StreamsPart implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsPart.class);
  private static final String CLIENT = "muster-streams-setup";

  private final StreamsSettings settings;
  private final Neighbours neighbours;
  private final boolean rebuild;
  private final StreamsMeters meters;
  private final HttpServer server;
  private final Clock clock;
  private volatile @Nullable Reading reading;
  private @Nullable StateLock lock;

  /**
   * Builds without I/O.
   *
   * @param rebuild whether to read the whole log again, by a new generation of the application
   */
  public StreamsPart(
      StreamsSettings settings,
      Neighbours neighbours,
      boolean rebuild,
      PrometheusMeterRegistry registry,
      Clock clock) {
    this.settings = settings;
    this.neighbours = neighbours;
    this.rebuild = rebuild;
    this.meters = new StreamsMeters(registry);
    this.clock = clock;
    this.server =
        new HttpServer(
            "streams", settings.listen(), Operations.open(this::healths, registry), any -> {});
    meters.watchLive(() -> check() instanceof Health.Up);
  }

  @Override
  public String name() {
    return "streams";
  }

  /** Throws {@link StartRefused} and {@link dev.muster.schemas.TopicsRefused}. */
  @Override
  public void start() {
    Admin admin = Admin.create(neighbours.kafka().admin(CLIENT));
    try {
      lock = StateLock.take(settings.state());
      Topics.ensure(admin, neighbours.layout(), Topics.of(Program.STREAMS));
      Past past = new PastReader(admin, neighbours.kafka().liveView(CLIENT)).read();
      Past.Plan plan = past.plan(rebuild);
      if (plan instanceof Past.Plan.Refuse refuse) {
        throw new StartRefused(refuse.why());
      } else if (plan instanceof Past.Plan.Run run) {
        run(admin, run.generation(), run.leftOver());
      }
    } catch (RuntimeException e) {
      if (reading == null) {
        Reading.closeAll(admin);
        letGo();
      }
      throw e;
    }
    server.start();
  }

  private void run(Admin admin, Generation generation, SortedSet<Generation> leftOver) {
    Positions positions = new Positions();
    CaughtUp caughtUp =
        new CaughtUp(ReadinessTopology.INPUTS.stream().map(TopicSpec::name).toList(), positions);
    Topology topology =
        new ReadinessTopology(
                neighbours.registry(),
                neighbours.registerSchemas(),
                new ReadinessTopology.Setup(
                    caughtUp,
                    meters,
                    PatientDeserializer.Pause.SLEEP,
                    settings.held(),
                    System::nanoTime))
            .build();
    RocksMemory memory = new RocksMemory(settings.memory());
    KafkaStreams streams =
        new KafkaStreams(
            topology,
            new StreamsConfig(Configuration.of(settings, neighbours, generation, memory)),
            new WatchedClients(positions));
    ThreadReplacement replacement = new ThreadReplacement(clock, meters::threadDied);
    streams.setUncaughtExceptionHandler(replacement);
    LeftOver old = new LeftOver(admin, settings.state());
    EndWatch watch = new EndWatch(caughtUp, admin, streams, clock, () -> old.remove(leftOver));
    reading = new Reading(streams, watch, caughtUp, replacement, memory, admin);
    LOG.atInfo().addKeyValue("application", generation.applicationId()).log("begins to read");
    streams.start();
    watch.start();
  }

  private Map<String, Health> healths() {
    return Map.of(name(), check());
  }

  /** Where health and metrics are served; only while it listens. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public Health check() {
    Reading now = reading;
    return now == null ? new Health.Starting("not started yet") : now.health();
  }

  @Override
  public void close() {
    server.close();
    Reading now = reading;
    reading = null;
    if (now != null) {
      now.close();
    }
    letGo();
  }

  private void letGo() {
    StateLock held = lock;
    lock = null;
    if (held != null) {
      held.close();
    }
  }
}
