package dev.muster.app.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the registry; read in order, all of them are the registry. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Change.Registered.class, name = "registered"),
  @JsonSubTypes.Type(value = Change.Hidden.class, name = "hidden"),
  @JsonSubTypes.Type(value = Change.Removed.class, name = "removed"),
  @JsonSubTypes.Type(value = Change.LevelSet.class, name = "level")
})
sealed interface Change {

  /** A schema became a version of a subject. */
  record Registered(
      String subject, int version, int id, String schema, List<SchemaReference> references)
      implements Change {}

  /** A version was deleted softly: its id can still be read. */
  record Hidden(String subject, int version) implements Change {}

  /** A version was deleted for good; no other schema will ever have its id. */
  record Removed(String subject, int version) implements Change {}

  /**
   * Which changes of schemas are let in.
   *
   * @param subject all that have no level of their own when absent
   * @param level back to the default when absent
   */
  record LevelSet(@Nullable String subject, @Nullable String level) implements Change {}
}
