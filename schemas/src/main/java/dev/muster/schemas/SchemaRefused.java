package dev.muster.schemas;

import org.apache.kafka.common.errors.SerializationException;

/** The registry will not have our schema: not registered, not compatible, or not our right. */
public final class SchemaRefused extends SerializationException {
  SchemaRefused(String subject, String why) {
    super("schema registry: " + subject + ": " + why);
  }
}
