package dev.muster.streams.scorecard;

import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloScore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/** Tells whether a scorecard says anything that the one before did not. */
public final class Print {
  private static final SpecificData MODEL = SpecificData.getForClass(Scorecard.class);

  /** Fields that move without anything being said. */
  private static final Set<String> CLOCKS = Set.of("clock", "spoken");

  private static final List<Map.Entry<Integer, SpecificDatumWriter<Object>>> FIELDS =
      Scorecard.getClassSchema().getFields().stream()
          .filter(field -> !CLOCKS.contains(field.name()))
          .collect(Collectors.toMap(Schema.Field::pos, Print::writer))
          .entrySet()
          .stream()
          .sorted(Map.Entry.comparingByKey())
          .toList();

  private Print() {}

  private static SpecificDatumWriter<Object> writer(Schema.Field field) {
    return new SpecificDatumWriter<>(field.schema(), MODEL);
  }

  /** How far an SLO is measured moves every minute. */
  private static Scorecard unmoved(Scorecard card) {
    if (card.getSlos().isEmpty()) {
      return card;
    }
    return Scorecard.newBuilder(card)
        .setSlos(
            card.getSlos().stream()
                .map(slo -> SloScore.newBuilder(slo).setMeasuredTo(null).build())
                .toList())
        .build();
  }

  /** Differs when anything but the clocks does. */
  public static long of(Scorecard card) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
    try {
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      Scorecard still = unmoved(card);
      for (var field : FIELDS) {
        field.getValue().write(still.get(field.getKey()), encoder);
      }
      encoder.flush();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return ByteBuffer.wrap(hash).getLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
