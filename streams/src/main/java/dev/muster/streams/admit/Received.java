package dev.muster.streams.admit;

import org.apache.avro.specific.SpecificRecord;

/** A value as it came, with its bytes, should it have to be refused; nobody changes them. */
@SuppressWarnings("ArrayRecordComponent") // Never compared: the bytes are only passed on.
public sealed interface Received {
  byte[] bytes();

  /** A record of its topic. */
  record Intact(SpecificRecord record, byte[] bytes) implements Received {}

  /**
   * No record of its topic.
   *
   * @param fault in words, without anything of the bytes
   */
  record Broken(String fault, byte[] bytes) implements Received {}
}
