package dev.muster.schemas.fold;

import org.apache.avro.specific.SpecificRecordBase;

/**
 * A record like another one, with some fields changed. Avro's own builders copy all that lies
 * beneath too, and take longer for that than folding does.
 */
final class Copy<T extends SpecificRecordBase> {
  private final T copy;

  private Copy(T copy) {
    this.copy = copy;
  }

  /**
   * Begins one.
   *
   * @param empty to be filled
   */
  static <T extends SpecificRecordBase> Copy<T> of(T record, T empty) {
    record
        .getSchema()
        .getFields()
        .forEach(field -> empty.put(field.pos(), record.get(field.pos())));
    return new Copy<>(empty);
  }

  Copy<T> with(String field, Object value) {
    copy.put(field, value);
    return this;
  }

  Copy<T> without(String field) {
    copy.put(copy.getSchema().getField(field).pos(), null);
    return this;
  }

  T done() {
    return copy;
  }
}
