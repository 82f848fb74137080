package dev.muster.app.registry;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.server.ServerBuilder;
import dev.muster.app.registry.Subjects.Version;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.entities.Mode;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.CompatibilityCheckResponse;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.ConfigUpdateRequest;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.ModeUpdateRequest;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which path asks what. */
final class RegistryRoutes {

  private static final String ALL = "/subjects/{subject}/versions";
  private static final String ONE = ALL + "/{version}";
  private static final String COMPATIBLE = "/compatibility/subjects/{subject}/versions";
  private static final Mode MODE = new Mode("READWRITE");

  private final Registry registry;

  RegistryRoutes(Registry registry) {
    this.registry = registry;
  }

  void addTo(ServerBuilder server) {
    subjects(server);
    schemas(server);
    levels(server);
    modes(server);
  }

  private void subjects(ServerBuilder server) {
    on(server, HttpMethod.GET, "/", call -> Map.of());
    on(server, HttpMethod.GET, "/subjects", this::names);
    on(server, HttpMethod.POST, "/subjects/{subject}", this::find);
    on(
        server,
        HttpMethod.DELETE,
        "/subjects/{subject}",
        call -> registry.deleteSubject(call.path("subject"), call.flag("permanent")));
    on(
        server,
        HttpMethod.GET,
        ALL,
        call ->
            registry.requireSubject(call.path("subject"), call.flag("deleted")).stream()
                .map(Version::number)
                .toList());
    on(server, HttpMethod.POST, ALL, this::register);
    on(server, HttpMethod.GET, ONE, call -> version(call).entity());
    on(
        server,
        HttpMethod.DELETE,
        ONE,
        call ->
            registry.deleteVersion(
                call.path("subject"), call.path("version"), call.flag("permanent")));
    on(server, HttpMethod.GET, ONE + "/schema", call -> new Call.Raw(version(call).schema()));
    on(server, HttpMethod.GET, ONE + "/referencedby", call -> registry.referencedBy(version(call)));
  }

  private void schemas(ServerBuilder server) {
    on(server, HttpMethod.GET, "/schemas/types", call -> List.of("AVRO"));
    on(
        server,
        HttpMethod.GET,
        "/schemas",
        call ->
            registry.versions(call.flag("deleted")).stream()
                .filter(v -> v.subject().startsWith(call.query("subjectPrefix")))
                .map(Version::entity)
                .toList());
    on(
        server,
        HttpMethod.GET,
        "/schemas/ids/{id}",
        call -> new SchemaString(registry.withId(call.id()).entity()));
    on(
        server,
        HttpMethod.GET,
        "/schemas/ids/{id}/schema",
        call -> new Call.Raw(registry.withId(call.id()).schema()));
    on(
        server,
        HttpMethod.GET,
        "/schemas/ids/{id}/subjects",
        call ->
            registry.allWithId(call.id(), call.flag("deleted")).stream()
                .map(Version::subject)
                .distinct()
                .toList());
    on(
        server,
        HttpMethod.GET,
        "/schemas/ids/{id}/versions",
        call ->
            registry.allWithId(call.id(), call.flag("deleted")).stream()
                .map(v -> new SubjectVersion(v.subject(), v.number()))
                .toList());
    on(server, HttpMethod.POST, COMPATIBLE, call -> compatible(call, null));
    on(
        server,
        HttpMethod.POST,
        COMPATIBLE + "/{version}",
        call -> compatible(call, call.path("version")));
  }

  private void levels(ServerBuilder server) {
    String one = "/config/{subject}";
    on(server, HttpMethod.GET, "/config", call -> shown(registry.level()));
    on(server, HttpMethod.PUT, "/config", call -> setLevel(call, null));
    on(server, HttpMethod.DELETE, "/config", call -> shown(registry.clearLevel(null)));
    on(server, HttpMethod.GET, one, this::levelOf);
    on(server, HttpMethod.PUT, one, call -> setLevel(call, call.path("subject")));
    on(server, HttpMethod.DELETE, one, call -> shown(registry.clearLevel(call.path("subject"))));
  }

  /** One node, always writable. */
  private static void modes(ServerBuilder server) {
    for (String path : List.of("/mode", "/mode/{subject}")) {
      on(server, HttpMethod.GET, path, call -> MODE);
      on(
          server,
          HttpMethod.PUT,
          path,
          call -> {
            if (!MODE.getMode().equals(call.body(ModeUpdateRequest.class).getMode())) {
              throw Refusal.badMode();
            }
            return MODE;
          });
    }
  }

  private static void on(
      ServerBuilder server, HttpMethod method, String path, Call.Handler handler) {
    server
        .route()
        .methods(method)
        .path(path)
        .build((ctx, request) -> Call.answer(ctx, request, handler));
  }

  private Object names(Call call) {
    // The client asks for ":*:", all contexts; there is one.
    String prefix = call.query("subjectPrefix").replaceFirst("^:\\*?:", "");
    return registry.names(prefix, call.flag("deleted"), call.flag("deletedOnly"));
  }

  private Object find(Call call) {
    return registry
        .find(call.path("subject"), schema(call), call.flag("normalize"), call.flag("deleted"))
        .entity();
  }

  private Object register(Call call) {
    return new RegisterSchemaResponse(
        registry.register(call.path("subject"), schema(call), call.flag("normalize")));
  }

  private Version version(Call call) {
    return registry.version(call.path("subject"), call.path("version"), call.flag("deleted"));
  }

  private static Schema schema(Call call) {
    RegisterSchemaRequest request = call.body(RegisterSchemaRequest.class);
    if (request.getSchema() == null || request.getSchema().isBlank()) {
      throw Refusal.badSchema("it is empty");
    }
    return new Schema(call.path("subject"), request);
  }

  private Object compatible(Call call, @Nullable String version) {
    List<String> troubles =
        registry.troubles(call.path("subject"), schema(call), call.flag("normalize"), version);
    CompatibilityCheckResponse response = new CompatibilityCheckResponse();
    response.setIsCompatible(troubles.isEmpty());
    if (call.flag("verbose")) {
      response.setMessages(troubles);
    }
    return response;
  }

  private Object levelOf(Call call) {
    return shown(
        call.flag("defaultToGlobal")
            ? registry.level(call.path("subject"))
            : registry.ownLevel(call.path("subject")));
  }

  private Object setLevel(Call call, @Nullable String subject) {
    String name = call.body(ConfigUpdateRequest.class).getCompatibilityLevel();
    ConfigUpdateRequest done = new ConfigUpdateRequest();
    done.setCompatibilityLevel(registry.setLevel(subject, name).name());
    return done;
  }

  private static Config shown(CompatibilityLevel level) {
    return new Config(level.name());
  }
}
