package dev.muster.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.runtime.http.Listen;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The genuine client talks to our registry. */
class RegistryServerTest {

  private static final AvroSchema ONE = record("{'name':'id','type':'string'}");
  private static final AvroSchema TWO =
      record("{'name':'id','type':'string'},{'name':'n','type':'long','default':0}");
  private static final AvroSchema OTHER =
      record("{'name':'id','type':'string'},{'name':'m','type':'long'}");

  @TempDir Path folder;
  private RegistryServer server;
  private SchemaRegistryClient client;

  private static AvroSchema record(String fields) {
    return new AvroSchema(
        ("{'type':'record','name':'Fact','namespace':'t','fields':[" + fields + "]}")
            .replace('\'', '"'));
  }

  @BeforeEach
  void start() {
    Listen listen = ListenSettings.of("REGISTRY", 0).read(new Settings(Map.of()), Ports.FIXED);
    server = new RegistryServer(folder, listen);
    server.start();
    client = new CachedSchemaRegistryClient(server.uri().toString(), 100);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static RestClientException refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(RestClientException.class, call);
  }

  @Test
  void a_schema_is_registered_once_and_read_by_its_id() throws Exception {
    int id = client.register("facts-value", ONE);
    client.reset();
    int again = client.register("facts-value", ONE);
    client.reset();

    assertThat(again).isEqualTo(id);
    assertThat(client.getSchemaById(id)).isEqualTo(ONE);
    assertThat(client.getAllVersions("facts-value")).containsExactly(1);
    assertThat(client.getId("facts-value", ONE)).isEqualTo(id);
    assertThat(client.getVersion("facts-value", ONE)).isEqualTo(1);
    assertThat(client.getAllSubjects()).containsExactly("facts-value");
    assertThat(client.getAllSubjectsById(id)).containsExactly("facts-value");
    assertThat(client.getAllVersionsById(id)).hasSize(1);
  }

  @Test
  void the_same_schema_has_one_id_in_all_subjects() throws Exception {
    assertThat(client.register("a-value", ONE)).isEqualTo(client.register("b-value", ONE));
    assertThat(client.register("b-value", TWO)).isNotEqualTo(client.register("b-value", ONE));
  }

  @Test
  void ids_levels_and_deletions_survive_a_restart_and_a_torn_last_line() throws Exception {
    int one = client.register("a-value", ONE);
    int two = client.register("a-value", TWO);
    client.updateCompatibility("a-value", "FULL");
    client.deleteSchemaVersion("a-value", "1");
    Files.writeString(
        folder.resolve("schemas.jsonl"), "{\"change\":\"regis", StandardOpenOption.APPEND);

    stop();
    start();

    assertThat(client.getSchemaById(one)).isEqualTo(ONE);
    assertThat(client.getLatestSchemaMetadata("a-value").getId()).isEqualTo(two);
    assertThat(client.getCompatibility("a-value")).isEqualTo("FULL");
    assertThat(client.getAllVersions("a-value")).containsExactly(2);
    assertThat(client.register("z-value", OTHER)).isGreaterThan(two);
    stop();
    start();
    assertThat(client.getAllSubjects()).containsExactly("a-value", "z-value");
  }

  @Test
  void a_schema_that_cannot_read_what_was_written_is_refused_with_409() throws Exception {
    client.register("a-value", ONE);

    RestClientException refused = refused(() -> client.register("a-value", OTHER));

    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(refused.getErrorCode()).isEqualTo(409);
    assertThat(refused).hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE");
    assertThat(client.testCompatibility("a-value", OTHER)).isFalse();
    assertThat(client.testCompatibilityVerbose("a-value", OTHER)).isNotEmpty();
    assertThat(client.testCompatibility("a-value", TWO)).isTrue();
  }

  @Test
  void backward_transitive_looks_at_all_versions_backward_at_the_last() throws Exception {
    AvroSchema first = record("{'name':'x','type':'string'}");
    AvroSchema second = record("");
    AvroSchema third = record("{'name':'x','type':'long','default':1}");
    client.register("a-value", first);
    client.register("a-value", second);

    assertThat(client.testCompatibility("a-value", third)).isTrue();
    assertThat(refused(() -> client.register("a-value", third)).getErrorCode()).isEqualTo(409);

    client.updateCompatibility(null, "BACKWARD");
    client.register("a-value", third);
    assertThat(client.getAllVersions("a-value")).containsExactly(1, 2, 3);
  }

  @Test
  void what_is_not_there_has_confluents_codes() throws Exception {
    client.register("a-value", ONE);

    assertThat(refused(() -> client.getAllVersions("b")).getErrorCode()).isEqualTo(40401);
    assertThat(refused(() -> client.getSchemaMetadata("a-value", 7)).getErrorCode())
        .isEqualTo(40402);
    assertThat(refused(() -> client.getSchemaById(77)).getErrorCode()).isEqualTo(40403);
    assertThat(refused(() -> client.getVersion("a-value", TWO)).getErrorCode()).isEqualTo(40403);
    assertThat(refused(() -> client.getVersion("b", TWO)).getErrorCode()).isEqualTo(40401);
    assertThat(refused(() -> client.getCompatibility("a-value")).getErrorCode()).isEqualTo(40408);
    assertThat(refused(() -> client.updateCompatibility("a", "SOME")).getErrorCode())
        .isEqualTo(42203);
    assertThat(client.getCompatibility(null)).isEqualTo("BACKWARD_TRANSITIVE");
    assertThat(client.getMode()).isEqualTo("READWRITE");
  }

  @Test
  void deleting_has_two_steps_and_an_id_is_never_given_again() throws Exception {
    int id = client.register("a-value", ONE);
    assertThat(refused(() -> client.deleteSubject(Map.of(), "a-value", true)).getErrorCode())
        .isEqualTo(40405);

    assertThat(client.deleteSubject("a-value")).containsExactly(1);

    assertThat(client.getSchemaById(id)).isEqualTo(ONE);
    assertThat(client.getAllSubjects()).isEmpty();
    assertThat(client.getAllSubjects(true)).containsExactly("a-value");
    assertThat(refused(() -> client.deleteSubject("a-value")).getErrorCode()).isEqualTo(40404);
    assertThat(client.deleteSubject(Map.of(), "a-value", true)).containsExactly(1);
    assertThat(client.getAllSubjects(true)).isEmpty();
    assertThat(client.register("a-value", TWO)).isGreaterThan(id);
  }

  @Test
  void a_schema_may_refer_to_another_which_then_cannot_be_deleted() throws Exception {
    AvroSchema part =
        new AvroSchema("{\"type\":\"enum\",\"name\":\"t.Colour\",\"symbols\":[\"RED\"]}");
    client.register("colour", part);
    AvroSchema whole =
        new AvroSchema(
            "{\"type\":\"record\",\"name\":\"t.Car\",\"fields\":[{\"name\":\"c\",\"type\":\"t.Colour\"}]}",
            List.of(new SchemaReference("t.Colour", "colour", 1)),
            Map.of("t.Colour", part.canonicalString()),
            null);

    int id = client.register("car-value", whole);
    client.reset();

    assertThat(client.getSchemaById(id).rawSchema()).isEqualTo(whole.rawSchema());
    assertThat(refused(() -> client.deleteSubject("colour")).getErrorCode()).isEqualTo(42206);
  }
}
