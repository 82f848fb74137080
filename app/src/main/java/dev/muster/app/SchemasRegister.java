package dev.muster.app;

import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.schemas.RegistryUnavailable;
import dev.muster.schemas.SchemaRefused;
import dev.muster.schemas.SchemaRollOut;
import dev.muster.schemas.TopicSpec;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster schemas register}: before new programs start, by whoever may write schemas. */
@Command(
    name = "register",
    description = {
      "Registers the schemas of all topics, each subject with the level BACKWARD_TRANSITIVE.",
      "What is registered already stays; run it before a new version of Muster starts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  MUSTER_REGISTRY_URL=http://r:8081 muster schemas register",
      "",
      "Exit codes: 0 all registered, 1 the registry refuses one, 2 wrong use, 3 the registry away."
    })
final class SchemasRegister implements Callable<Integer>, ReadsSettings {
  private static final int SCHEMAS = 50;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;

  SchemasRegister(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(HouseSettings.REGISTRY_URL, HouseSettings.DATA);
  }

  @Override
  public Integer call() {
    Addresses addresses = Addresses.of(environment);
    HouseSettings house = HouseSettings.read(addresses.settings());
    SchemaRollOut rollOut =
        new SchemaRollOut(new CachedSchemaRegistryClient(house.registry().toString(), SCHEMAS));
    boolean all = true;
    try {
      for (TopicSpec<?> topic : SchemaRollOut.topics()) {
        all &= registered(rollOut, topic);
      }
    } catch (RegistryUnavailable e) {
      throw SchemasInPlace.unreachable(addresses.named(HouseSettings.REGISTRY_URL), e);
    }
    return all ? Exit.OK : Exit.NO;
  }

  private boolean registered(SchemaRollOut rollOut, TopicSpec<?> topic) {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    try {
      boolean there = rollOut.has(topic);
      rollOut.guard(topic);
      rollOut.register(topic);
      line.getOut().println(topic.subject() + (there ? " stays" : " registered"));
      line.getOut().flush();
      return true;
    } catch (SchemaRefused e) {
      line.getErr().println("muster: " + e.getMessage());
      line.getErr().flush();
      return false;
    }
  }
}
