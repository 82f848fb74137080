package dev.muster.streams.admit;

import dev.muster.schemas.RegistryUnavailable;
import dev.muster.schemas.UnreadableRecord;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the registry for a moment, since the record may be good. When that is not enough the
 * thread dies and is replaced with back-off, which reads the record again; longer waits here would
 * outlive the transaction (10 s).
 */
public final class PatientDeserializer implements Deserializer<Received> {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final int TRIES = 6;

  private final Deserializer<? extends SpecificRecord> inner;
  private final Pause pause;

  /** Waits on the calling thread. */
  @FunctionalInterface
  public interface Pause {
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    void take(Duration duration) throws InterruptedException;
  }

  public PatientDeserializer(Deserializer<? extends SpecificRecord> inner, Pause pause) {
    this.inner = inner;
    this.pause = pause;
  }

  @Override
  public @Nullable Received deserialize(String topic, byte @Nullable [] bytes) {
    Duration wait = FIRST;
    for (int attempt = 1; ; attempt++) {
      try {
        return bytes == null ? null : read(topic, bytes);
      } catch (RegistryUnavailable e) {
        if (attempt == TRIES || !rest(wait)) {
          throw e;
        }
        wait = wait.multipliedBy(2);
      }
    }
  }

  private Received read(String topic, byte[] bytes) {
    try {
      return new Received.Intact(inner.deserialize(topic, bytes), bytes);
    } catch (UnreadableRecord e) {
      return new Received.Broken(String.valueOf(e.getMessage()), bytes);
    }
  }

  private boolean rest(Duration wait) {
    try {
      pause.take(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
