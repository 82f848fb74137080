package dev.muster.app.registry;

import dev.muster.app.registry.Subjects.Version;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the registry: what may be registered, found and deleted. Each method answers or
 * throws a {@link Refusal}. Safe for use by several threads.
 */
final class Registry {

  /** A reader of today understands everything ever written. */
  static final CompatibilityLevel DEFAULT_LEVEL = CompatibilityLevel.BACKWARD_TRANSITIVE;

  private final ChangeLog log;
  private final Subjects subjects = new Subjects();
  private final AvroParser avro = new AvroParser(subjects);

  Registry(ChangeLog log) {
    this.log = log;
    log.past().forEach(subjects::apply);
  }

  private void change(Change change) {
    log.append(change);
    subjects.apply(change);
  }

  /** Its id; registering what is there already changes nothing. */
  synchronized int register(String subject, Schema schema, boolean normalize) {
    ParsedSchema parsed = avro.parse(schema, true, normalize);
    String text = parsed.canonicalString();
    List<SchemaReference> references = schema.getReferences();
    List<Version> present = subjects.of(subject, version -> !version.hidden());
    for (Version version : present) {
      if (version.says(text, references)) {
        return version.id();
      }
    }
    List<String> troubles = troubles(subject, parsed, present);
    if (!troubles.isEmpty()) {
      throw Refusal.incompatible("details: " + troubles);
    }
    int id = subjects.idFor(text, references);
    change(new Change.Registered(subject, subjects.nextVersion(subject), id, text, references));
    return id;
  }

  /** Which version of the subject this schema is. */
  synchronized Version find(String subject, Schema schema, boolean normalize, boolean hidden) {
    List<Version> versions = requireSubject(subject, hidden);
    String text = avro.parse(schema, false, normalize).canonicalString();
    return versions.stream()
        .filter(version -> version.says(text, schema.getReferences()))
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> Refusal.noSchema(""));
  }

  /** What keeps the schema from following these versions; empty when nothing does. */
  synchronized List<String> troubles(
      String subject, Schema schema, boolean normalize, @Nullable String number) {
    ParsedSchema parsed = avro.parse(schema, true, normalize);
    return troubles(
        subject,
        parsed,
        number == null
            ? subjects.of(subject, version -> !version.hidden())
            : List.of(version(subject, number, false)));
  }

  private List<String> troubles(String subject, ParsedSchema next, List<Version> past) {
    List<ParsedSchemaHolder> holders =
        past.stream()
            .<ParsedSchemaHolder>map(
                v -> new SimpleParsedSchemaHolder(avro.parse(v.entity(), false, false)))
            .toList();
    return next.isCompatible(level(subject), holders);
  }

  synchronized Collection<String> names(String prefix, boolean hidden, boolean onlyHidden) {
    Predicate<Version> starts = version -> version.subject().startsWith(prefix);
    Collection<String> names = subjects.names(starts.and(v -> hidden || !v.hidden()));
    if (onlyHidden) {
      names = subjects.names(starts);
      names.removeAll(subjects.names(v -> !v.hidden()));
    }
    return names;
  }

  synchronized List<Version> versions(boolean hidden) {
    return subjects.all().filter(version -> hidden || !version.hidden()).toList();
  }

  /** In order; at least one. */
  synchronized List<Version> requireSubject(String subject, boolean hidden) {
    List<Version> versions = subjects.of(subject, version -> hidden || !version.hidden());
    if (versions.isEmpty()) {
      throw Refusal.noSubject(subject);
    }
    return versions;
  }

  /**
   * @param number {@code latest}, {@code -1} or a version's number
   */
  synchronized Version version(String subject, String number, boolean hidden) {
    List<Version> versions = requireSubject(subject, hidden);
    if (number.equals("latest") || number.equals("-1")) {
      return versions.get(versions.size() - 1);
    } else if (!number.matches("[1-9][0-9]{0,8}")) {
      throw Refusal.badVersion(number);
    }
    int wanted = Integer.parseInt(number);
    return versions.stream()
        .filter(version -> version.number() == wanted)
        .findFirst()
        .orElseThrow(() -> Refusal.noVersion(number));
  }

  synchronized Version withId(int id) {
    return subjects.withId(id).orElseThrow(() -> Refusal.noSchema(id + " "));
  }

  synchronized List<Version> allWithId(int id, boolean hidden) {
    withId(id);
    return versions(hidden).stream().filter(version -> version.id() == id).toList();
  }

  synchronized List<Integer> referencedBy(Version to) {
    return versions(false).stream().filter(v -> v.refersTo(to)).map(Version::id).toList();
  }

  /** The versions that were deleted. */
  synchronized List<Integer> deleteSubject(String subject, boolean forGood) {
    List<Version> all = requireSubject(subject, true);
    List<Version> present = all.stream().filter(version -> !version.hidden()).toList();
    if (forGood && !present.isEmpty()) {
      throw Refusal.subjectNotHidden(subject);
    } else if (!forGood && present.isEmpty()) {
      throw Refusal.subjectHidden(subject);
    }
    List<Version> gone = forGood ? all : present;
    gone.forEach(this::requireUnreferenced);
    gone.forEach(version -> delete(version, forGood));
    return gone.stream().map(Version::number).toList();
  }

  synchronized int deleteVersion(String subject, String number, boolean forGood) {
    Version version = version(subject, number, true);
    if (forGood && !version.hidden()) {
      throw Refusal.versionNotHidden(subject, version.number());
    } else if (!forGood && version.hidden()) {
      throw Refusal.versionHidden(subject, version.number());
    }
    requireUnreferenced(version);
    delete(version, forGood);
    return version.number();
  }

  private void requireUnreferenced(Version version) {
    if (!referencedBy(version).isEmpty()) {
      throw Refusal.referenced(version.subject(), version.number());
    }
  }

  private void delete(Version version, boolean forGood) {
    change(
        forGood
            ? new Change.Removed(version.subject(), version.number())
            : new Change.Hidden(version.subject(), version.number()));
  }

  synchronized CompatibilityLevel level() {
    return subjects.level().map(CompatibilityLevel::valueOf).orElse(DEFAULT_LEVEL);
  }

  /** Its own, or that of all. */
  synchronized CompatibilityLevel level(String subject) {
    return subjects.levelOf(subject).map(CompatibilityLevel::valueOf).orElse(level());
  }

  synchronized CompatibilityLevel ownLevel(String subject) {
    return subjects
        .levelOf(subject)
        .map(CompatibilityLevel::valueOf)
        .orElseThrow(() -> Refusal.noLevel(subject));
  }

  synchronized CompatibilityLevel setLevel(@Nullable String subject, @Nullable String name) {
    CompatibilityLevel level =
        name == null ? null : CompatibilityLevel.forName(name.toUpperCase(Locale.ROOT));
    if (level == null) {
      throw Refusal.badLevel();
    }
    change(new Change.LevelSet(subject, level.name()));
    return level;
  }

  /** What it was. */
  synchronized CompatibilityLevel clearLevel(@Nullable String subject) {
    CompatibilityLevel was = subject == null ? level() : ownLevel(subject);
    change(new Change.LevelSet(subject, null));
    return was;
  }
}
