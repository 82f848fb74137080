package dev.muster.app;

import dev.muster.runtime.settings.HouseSettings;
import dev.muster.schemas.Program;
import dev.muster.schemas.RegistryUnavailable;
import dev.muster.schemas.SchemaRollOut;
import dev.muster.schemas.TopicSpec;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Registers the schemas that some programs write by, or looks whether they are registered.
 *
 * @param named the registry's address, and who says so
 */
public record SchemasInPlace(HouseSettings house, SchemaRegistryClient registry, String named) {

  public SchemasInPlace(HouseSettings house, SchemaRegistryClient registry) {
    this(house, registry, house.registry() + " (" + HouseSettings.REGISTRY_URL.name() + ')');
  }

  /**
   * Returns when all are there.
   *
   * @throws Unreachable when the registry does not answer
   * @throws SchemasMissing when some are not there and are not to be registered
   */
  public void ensure(Set<Program> writers) {
    SchemaRollOut rollOut = new SchemaRollOut(registry);
    List<TopicSpec<?>> topics =
        SchemaRollOut.topics().stream()
            .filter(topic -> !Collections.disjoint(topic.writers(), writers))
            .toList();
    try {
      if (house.registerSchemas()) {
        topics.forEach(rollOut::register);
        return;
      }
      List<String> missing =
          topics.stream().filter(topic -> !rollOut.has(topic)).map(TopicSpec::subject).toList();
      if (!missing.isEmpty()) {
        throw new SchemasMissing(house, missing);
      }
    } catch (RegistryUnavailable e) {
      throw unreachable(named, e);
    }
  }

  /** Says where it was looked for. */
  public static Unreachable unreachable(String named, RegistryUnavailable e) {
    Throwable cause = e.getCause();
    return new Unreachable(
        "no answer from the registry at %s: %s"
            .formatted(named, (cause == null ? e : cause).getClass().getSimpleName()));
  }
}
