package dev.muster.schemas;

import org.apache.kafka.common.errors.SerializationException;

/** Bytes that are no record of their topic. Neither message nor cause holds any of them. */
public final class UnreadableRecord extends SerializationException {
  /** What is wrong with them. */
  public enum Fault {
    /** Less than the five bytes that say by which schema they were written. */
    TOO_SHORT,
    /** The first byte is not 0. */
    WRONG_MAGIC,
    /** The registry knows no such schema, or one that is not Avro. */
    UNKNOWN_SCHEMA,
    /** Written as another record, or as one that cannot be read as this. */
    OTHER_RECORD,
    /** What follows is not what the schema says. */
    GARBAGE
  }

  private final Fault fault;

  UnreadableRecord(Fault fault, String detail) {
    super(fault + ": " + detail);
    this.fault = fault;
  }

  /** For counters and dead letters. */
  public Fault fault() {
    return fault;
  }
}
