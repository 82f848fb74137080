package dev.muster.sink.word;

import dev.muster.schemas.TopicSpec;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * One thing a person said, ready to be written.
 *
 * @param subject a service, {@code rotation/…}, {@code system/…} or {@code org}; its key
 * @param id unique among all that people say
 */
record Said<T extends SpecificRecord>(
    TopicSpec<T> topic, String subject, T record, String id, Instant time) {}
