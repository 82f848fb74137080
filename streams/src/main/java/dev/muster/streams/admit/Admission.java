package dev.muster.streams.admit;

import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.slo.Sample;
import dev.muster.core.slo.Slo;
import dev.muster.schemas.DeadLetterHeaders;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.streams.StreamsMeters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Lets through what stands under the right key; the rest goes to the dead letters. */
public final class Admission implements Processor<byte[], Received, Object, Object> {
  private final String onward;
  private final String deadLetters;
  private final StreamsMeters meters;
  private @Nullable ProcessorContext<Object, Object> context;

  public Admission(String onward, String deadLetters, StreamsMeters meters) {
    this.onward = onward;
    this.deadLetters = deadLetters;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<Object, Object> given) {
    context = given;
  }

  @Override
  public void process(Record<byte[], Received> in) {
    RecordMetadata from = context().recordMetadata().orElseThrow();
    Optional<Refusal> refusal = refusal(from.topic(), in.key(), in.value());
    if (refusal.isPresent()) {
      meters.refused(refusal.get());
      context().forward(letter(refusal.get(), in, from), deadLetters);
    } else {
      SpecificRecord record = in.value() instanceof Received.Intact intact ? intact.record() : null;
      context().forward(in.withKey((Object) text(in.key())).withValue(record), onward);
    }
  }

  private static Optional<Refusal> refusal(
      String topic, byte @Nullable [] key, @Nullable Received value) {
    if (value instanceof Received.Broken) {
      return Optional.of(Refusal.UNREADABLE);
    } else if (key == null || key.length == 0) {
      return Optional.of(Refusal.NO_KEY);
    } else if (!(value instanceof Received.Intact intact)) {
      return topic.equals(Topics.CATALOG.name()) ? Optional.empty() : Optional.of(Refusal.NO_VALUE);
    } else if (!Objects.equals(text(key), RecordFields.key(intact.record()))) {
      return Optional.of(Refusal.OTHER_KEY);
    } else if (intact.record() instanceof CatalogEntry entry && !isReadable(entry)) {
      return Optional.of(Refusal.OTHER_DOCUMENT);
    } else if (intact.record() instanceof SliSample sample && !isPossible(sample)) {
      return Optional.of(Refusal.IMPOSSIBLE);
    }
    return Optional.empty();
  }

  /** Found out here, since a stage that met it later could only die of it, again and again. */
  private static boolean isReadable(CatalogEntry entry) {
    try {
      switch (entry.getKind()) {
        case SERVICE -> CatalogueCodec.readService(entry.getDocument());
        case STANDARD -> CatalogueCodec.readStandard(entry.getDocument());
        case CHECKS -> CatalogueCodec.readChecks(entry.getDocument());
        case UNKNOWN -> {
          return true;
        }
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The door has looked; others may write to the topic. */
  private static boolean isPossible(SliSample sample) {
    return sample.getGood() >= 0
        && sample.getGood() <= sample.getTotal()
        && sample.getTotal() <= Sample.MOST
        && sample.getFrom().isBefore(sample.getTo())
        && !sample.getFrom().plus(Slo.LONGEST_SAMPLE).isBefore(sample.getTo());
  }

  private static Record<Object, Object> letter(
      Refusal refusal, Record<byte[], @Nullable Received> in, RecordMetadata from) {
    Received value = in.value();
    return new Record<>(
        in.key(),
        value == null ? null : value.bytes(),
        in.timestamp(),
        refusal.headers(
            in.headers(),
            value instanceof Received.Broken broken ? broken.fault() : refusal.sentence(),
            from.topic(),
            new DeadLetterHeaders.Place(from.partition(), from.offset()),
            Instant.ofEpochMilli(in.timestamp())));
  }

  /** Null for no key, and for one that is not UTF-8. */
  private static @Nullable String text(byte @Nullable [] key) {
    if (key == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private ProcessorContext<Object, Object> context() {
    if (context == null) {
      throw new IllegalStateException("not initialised");
    }
    return context;
  }
}
