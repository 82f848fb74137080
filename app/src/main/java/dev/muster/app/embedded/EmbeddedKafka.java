package dev.muster.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker in this process, on a folder of its own.
 *
 * <p>It is formatted on its first start and found again on every other, also after the process was
 * killed. It listens on the loopback only. Both ports are opened before Kafka sees them, so a taken
 * one is known at once and by name.
 */
public final class EmbeddedKafka implements Part {

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final Path folder;
  private final Port port;
  private volatile @Nullable Running running;

  public EmbeddedKafka(Path folder, Port port) {
    this.folder = folder;
    this.port = port;
  }

  @Override
  public String name() {
    return "kafka";
  }

  /**
   * Returns when records are taken.
   *
   * @throws dev.muster.runtime.http.PortInUse when another program listens on the port
   */
  @Override
  public void start() {
    ServerSocketChannel clients = port.open();
    ServerSocketChannel controller = Port.any("kafka controller").open();
    try {
      clients.configureBlocking(false);
      controller.configureBlocking(false);
      Files.createDirectories(folder);
      format();
      running = Running.start(folder, clients, controller);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + folder, e);
    }
  }

  /** Where clients find it. */
  public String bootstrapServers() {
    Running node = running;
    if (node == null) {
      throw new IllegalStateException("the broker is not started");
    }
    return node.bootstrapServers;
  }

  @Override
  public Health check() {
    Running node = running;
    if (node == null) {
      return new Health.Starting("the broker is not started");
    }
    return node.broker.status() == Server.STARTED$.MODULE$
        ? Health.up()
        : new Health.Down("the broker has stopped");
  }

  @Override
  public void close() {
    Running node = running;
    running = null;
    if (node != null) {
      node.close();
    }
  }

  /** Done when its last file is there; a start that was killed in between begins again. */
  private void format() throws IOException {
    if (Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    Formatter formatter =
        new Formatter()
            .setNodeId(BrokerConfig.NODE)
            .setClusterId(Uuid.randomUuid().toString())
            .setDirectories(List.of(folder.toString()))
            .setMetadataLogDirectory(folder.toString())
            .setControllerListenerName(BrokerConfig.CONTROLLER)
            .setReleaseVersion(MetadataVersion.latestProduction())
            .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    try {
      formatter.run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot format " + folder, e);
    }
  }

  /** The parts of a node that runs. */
  private record Running(
      String bootstrapServers, BrokerServer broker, ControllerServer controller, Metrics metrics) {

    static Running start(Path folder, ServerSocketChannel clients, ServerSocketChannel controllers)
        throws IOException {
      int port = Port.numberOf(clients);
      Map<String, ServerSocketChannel> open =
          Map.of(BrokerConfig.CLIENTS, clients, BrokerConfig.CONTROLLER, controllers);
      KafkaConfig config =
          new KafkaConfig(BrokerConfig.of(folder, port, Port.numberOf(controllers)), false);
      var disk =
          KafkaRaftServer.initializeLogDirs(
              config, LoggerFactory.getLogger(EmbeddedKafka.class), "");
      Metrics metrics =
          Server.initializeMetrics(config, Time.SYSTEM, disk._1().clusterId().orElseThrow());
      SharedServer shared =
          new SharedServer(
              config,
              disk._1(),
              Time.SYSTEM,
              metrics,
              CompletableFuture.completedFuture(
                  QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
              List.of(),
              new StandardFaultHandlerFactory(),
              (listener, address, backlog, buffer) -> open.get(listener));
      Running node =
          new Running(
              "127.0.0.1:" + port,
              new BrokerServer(shared),
              new ControllerServer(shared, KafkaRaftServer.configSchema(), disk._2()),
              metrics);
      try {
        node.controller.startup();
        node.broker.startup();
        return node;
      } catch (RuntimeException e) {
        node.close();
        throw e;
      }
    }

    /** The broker first: it says good-bye to the controller. */
    void close() {
      broker.shutdown(CLOSE_WITHIN);
      controller.shutdown();
      metrics.close();
    }
  }
}
