package dev.muster.streams.state;

import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.RotationShare;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** What is told of a rotation's week, on its way to where the rotation is summed. */
public sealed interface RotationWord {
  /** The week that it is about. */
  IsoWeek week();

  /** The received time or deadline that caused it. */
  Instant spoken();

  /**
   * What one service adds.
   *
   * @param since the beginning of the week
   * @param definition hash of the rotation as the service's entry has it
   * @param revision the how-manieth word on it this is, from 0
   */
  record Share(
      String service,
      IsoWeek week,
      Instant since,
      String definition,
      RotationShare share,
      int revision,
      Instant spoken)
      implements RotationWord {}

  /** The weekly review was closed; told wherever the rotation has services. */
  record Closed(IsoWeek week, String source, String id, Instant time, Instant spoken)
      implements RotationWord {}

  /** In bytes; the first says by which format. */
  static Serializer<RotationWord> serializer() {
    return (topic, word) -> RotationCodec.write(word);
  }

  /** From bytes. */
  static Deserializer<RotationWord> deserializer() {
    return (topic, bytes) -> RotationCodec.read(bytes);
  }
}
