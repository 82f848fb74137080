package dev.muster.streams.scorecard;

import dev.muster.core.gate.GateStanding;
import dev.muster.core.scorecard.StandardScore;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloScore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
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

  /** Fields that move without anything being said, and those that are told apart. */
  private static final Set<String> OTHERS = Set.of("clock", "spoken", "standards", "slos");

  private static final List<Map.Entry<Integer, SpecificDatumWriter<Object>>> FIELDS =
      Scorecard.getClassSchema().getFields().stream()
          .filter(field -> !OTHERS.contains(field.name()))
          .collect(Collectors.toMap(Schema.Field::pos, Print::writer))
          .entrySet()
          .stream()
          .sorted(Map.Entry.comparingByKey())
          .toList();

  private static final SpecificDatumWriter<SloScore> SLO =
      new SpecificDatumWriter<>(SloScore.getClassSchema(), MODEL);

  private Print() {}

  /** How far an SLO is measured moves every minute; once an hour it is told for itself. */
  private static SloScore unmoved(SloScore slo) {
    Instant to = slo.getMeasuredTo();
    return to == null
        ? slo
        : SloScore.newBuilder(slo).setMeasuredTo(to.truncatedTo(ChronoUnit.HOURS)).build();
  }

  private static SpecificDatumWriter<Object> writer(Schema.Field field) {
    return new SpecificDatumWriter<>(field.schema(), MODEL);
  }

  /**
   * Differs when anything but the clocks does.
   *
   * @param standards that the card shows; of their gates the marks say all
   */
  public static long of(Scorecard card, Collection<StandardScore> standards) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
    try {
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      for (var field : FIELDS) {
        field.getValue().write(card.get(field.getKey()), encoder);
      }
      for (SloScore slo : card.getSlos()) {
        SLO.write(unmoved(slo), encoder);
      }
      for (StandardScore standard : standards) {
        encoder.writeString(String.valueOf(standard.rule().hash()));
        encoder.writeBoolean(standard.upcoming());
        for (GateStanding gate : standard.gates()) {
          encoder.writeLong(gate.mark().print());
          encoder.writeLong(gate.since().toEpochMilli());
        }
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
