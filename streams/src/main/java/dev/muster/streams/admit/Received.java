package dev.muster.streams.admit;

import org.apache.avro.specific.SpecificRecord;

/**
 * A record as it was read, with the bytes it was read from, should it have to be refused.
 *
 * @param bytes not copied; nobody changes them
 */
public record Received(SpecificRecord record, byte[] bytes) {}
