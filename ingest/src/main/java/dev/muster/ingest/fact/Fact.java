package dev.muster.ingest.fact;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as it will be written.
 *
 * @param record of the kind's schema
 */
public record Fact(FactKind kind, SpecificRecord record) {

  public String id() {
    return String.valueOf(value("id"));
  }

  public String source() {
    return String.valueOf(value("source"));
  }

  public Instant time() {
    return value("time") instanceof Instant time ? time : Instant.EPOCH;
  }

  /** Absent when it is about a rotation, a system or the organisation, or about nothing known. */
  public Optional<String> service() {
    return text("service");
  }

  /** {@code rotation/…}, {@code system/…} or {@code org}. */
  public Optional<String> subject() {
    return text("subject");
  }

  /** The key of its record; absent when it says neither. */
  public Optional<String> key() {
    return service().or(this::subject);
  }

  public Optional<String> text(String field) {
    return Optional.ofNullable(value(field)).map(Object::toString);
  }

  /** Null when absent, or when this kind has no such field. */
  public @Nullable Object value(String field) {
    Schema.Field known = record.getSchema().getField(field);
    return known == null ? null : record.get(known.pos());
  }
}
