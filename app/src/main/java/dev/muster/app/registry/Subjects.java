package dev.muster.app.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the registry knows: the sum of all changes. Not for use by several threads. */
final class Subjects {

  /**
   * A schema in a subject.
   *
   * @param hidden deleted softly
   */
  record Version(
      String subject,
      int number,
      int id,
      String schema,
      List<SchemaReference> references,
      boolean hidden) {

    boolean says(String otherSchema, List<SchemaReference> otherReferences) {
      return schema.equals(otherSchema) && references.equals(otherReferences);
    }

    /** As Confluent's API shows it. */
    Schema entity() {
      return new Schema(subject, number, id, AvroSchema.TYPE, references, schema);
    }

    boolean refersTo(Version other) {
      return references.stream()
          .anyMatch(to -> to.getSubject().equals(other.subject) && to.getVersion() == other.number);
    }
  }

  private final NavigableMap<String, NavigableMap<Integer, Version>> bySubject = new TreeMap<>();
  private final Map<String, String> levels = new HashMap<>();
  private Optional<String> level = Optional.empty();
  private int lastId;

  void apply(Change change) {
    if (change instanceof Change.Registered it) {
      versionsOf(it.subject())
          .put(
              it.version(),
              new Version(
                  it.subject(), it.version(), it.id(), it.schema(), it.references(), false));
      lastId = Math.max(lastId, it.id());
    } else if (change instanceof Change.Hidden it) {
      versionsOf(it.subject())
          .computeIfPresent(
              it.version(),
              (number, v) -> new Version(v.subject, number, v.id, v.schema, v.references, true));
    } else if (change instanceof Change.Removed it) {
      versionsOf(it.subject()).remove(it.version());
      bySubject.values().removeIf(Map::isEmpty);
    } else if (change instanceof Change.LevelSet it) {
      setLevel(it);
    }
  }

  private void setLevel(Change.LevelSet it) {
    String subject = it.subject();
    if (subject == null) {
      level = Optional.ofNullable(it.level());
    } else if (it.level() == null) {
      levels.remove(subject);
    } else {
      levels.put(subject, it.level());
    }
  }

  private NavigableMap<Integer, Version> versionsOf(String subject) {
    return bySubject.computeIfAbsent(subject, s -> new TreeMap<>());
  }

  /** All versions of all subjects, by subject and number. */
  Stream<Version> all() {
    return bySubject.values().stream().flatMap(versions -> versions.values().stream());
  }

  /** Its versions in order; empty when nobody registered one. */
  List<Version> of(String subject, Predicate<Version> which) {
    return bySubject.getOrDefault(subject, new TreeMap<>()).values().stream()
        .filter(which)
        .toList();
  }

  SortedSet<String> names(Predicate<Version> which) {
    SortedSet<String> names = new TreeSet<>();
    all().filter(which).forEach(version -> names.add(version.subject));
    return names;
  }

  Optional<Version> withId(int id) {
    return all().filter(version -> version.id == id).findFirst();
  }

  /** The same schema has the same id in every subject. */
  int idFor(String schema, List<SchemaReference> references) {
    return all()
        .filter(version -> version.says(schema, references))
        .findFirst()
        .map(Version::id)
        .orElse(lastId + 1);
  }

  int nextVersion(String subject) {
    List<Version> versions = new ArrayList<>(of(subject, any -> true));
    return versions.isEmpty() ? 1 : versions.get(versions.size() - 1).number + 1;
  }

  Optional<String> level() {
    return level;
  }

  Optional<String> levelOf(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }
}
