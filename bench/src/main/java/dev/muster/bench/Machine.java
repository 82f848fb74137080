package dev.muster.bench;

import dev.muster.app.embedded.EmbeddedKafka;
import dev.muster.app.embedded.Port;
import dev.muster.app.registry.RegistryServer;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.TopicLayout;
import dev.muster.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Broker, registry and topics in this process, as {@code muster up} has them. */
record Machine(
    Path data,
    EmbeddedKafka broker,
    RegistryServer registryServer,
    KafkaProperties kafka,
    SchemaRegistryClient registry,
    Admin admin)
    implements AutoCloseable {

  /** As embedded. */
  static final TopicLayout LAYOUT = new TopicLayout(4, 1, 1);

  private static final int SCHEMAS = 200;

  static Machine start(Path data) {
    EmbeddedKafka broker = new EmbeddedKafka(data.resolve("kafka"), Port.any("bench"));
    broker.start();
    RegistryServer server =
        new RegistryServer(
            data.resolve("registry"),
            ListenSettings.of("REGISTRY", 18_081)
                .read(new Settings(Map.of()), HouseSettings.Ports.AUTO));
    server.start();
    KafkaProperties kafka =
        new KafkaProperties(Map.of("bootstrap.servers", broker.bootstrapServers()));
    Admin admin = Admin.create(kafka.admin("bench"));
    Topics.ensure(admin, LAYOUT, Topics.ALL);
    return new Machine(
        data,
        broker,
        server,
        kafka,
        new CachedSchemaRegistryClient(server.uri().toString(), SCHEMAS),
        admin);
  }

  @Override
  public void close() {
    admin.close();
    registryServer.close();
    broker.close();
  }
}
