package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.registry.RegistryServer;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.Program;
import dev.muster.schemas.SchemaRollOut;
import dev.muster.schemas.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roll-out of schemas, and the programs that wait for it. */
class SchemasRegisterTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private RegistryServer server;

  @BeforeEach
  void start() {
    server =
        new RegistryServer(
            folder, ListenSettings.of("REGISTRY", 0).read(new Settings(Map.of()), Ports.FIXED));
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SchemaRegistryClient client() {
    return new CachedSchemaRegistryClient(server.uri().toString(), 50);
  }

  private int register(String url) {
    return Main.commandLine(Map.of("MUSTER_REGISTRY_URL", url), Clock.systemUTC())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("schemas", "register");
  }

  private SchemasInPlace schemas(boolean registers) {
    Settings settings =
        new Settings(
            Map.of(
                "MUSTER_REGISTRY_URL", server.uri().toString(),
                "MUSTER_REGISTRY_REGISTER", String.valueOf(registers)));
    return new SchemasInPlace(HouseSettings.read(settings), client());
  }

  @Test
  void all_schemas_are_registered_and_guarded_and_once_more_changes_nothing() throws Exception {
    int first = register(server.uri().toString());
    int again = register(server.uri().toString());

    assertThat(first).isZero();
    assertThat(again).isZero();
    assertThat(client().getAllSubjects()).hasSize(SchemaRollOut.topics().size());
    assertThat(client().getAllVersions(Topics.GATE.subject())).containsExactly(1);
    assertThat(client().getCompatibility(Topics.GATE.subject())).isEqualTo("BACKWARD_TRANSITIVE");
    assertThat(out.toString())
        .contains(Topics.GATE.subject() + " registered", Topics.GATE.subject() + " stays");
  }

  @Test
  void a_refused_schema_is_named_and_the_others_are_registered() throws Exception {
    client()
        .register(
            Topics.GATE.subject(),
            new AvroSchema("{\"type\":\"record\",\"name\":\"Other\",\"fields\":[]}"));

    int code = register(server.uri().toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains(Topics.GATE.subject());
    assertThat(client().getAllSubjects()).hasSize(SchemaRollOut.topics().size());
  }

  @Test
  void a_registry_that_is_away_is_named_with_its_setting() {
    String url = server.uri().toString();
    server.close();

    int code = register(url);

    assertThat(code).isEqualTo(3);
    assertThat(err.toString()).contains(url, "MUSTER_REGISTRY_URL").doesNotContain("\tat ");
  }

  @Test
  void a_program_that_may_not_register_names_what_is_missing_and_the_way_out() {
    assertThatThrownBy(() -> schemas(false).ensure(Set.of(Program.STREAMS)))
        .isInstanceOf(SchemasMissing.class)
        .hasMessageContainingAll(
            Topics.GATE.subject(), "muster schemas register", "MUSTER_REGISTRY_REGISTER=true")
        .hasMessageNotContaining(Topics.DEPLOY.subject());
  }

  @Test
  void a_program_that_may_not_register_begins_once_the_schemas_are_rolled_out() throws Exception {
    register(server.uri().toString());

    schemas(false).ensure(Set.of(Program.STREAMS, Program.INGEST, Program.SINK, Program.APPLY));

    assertThat(client().getAllVersions(Topics.GATE.subject())).containsExactly(1);
  }

  @Test
  void a_program_that_may_register_registers_what_it_writes() throws Exception {
    schemas(true).ensure(Set.of(Program.APPLY));

    assertThat(client().getAllSubjects()).containsExactly(Topics.CATALOG.subject());
  }
}
