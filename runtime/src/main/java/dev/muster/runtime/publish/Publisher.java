package dev.muster.runtime.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes records. */
public interface Publisher {

  /**
   * Completes when every record is acknowledged by all in-sync replicas; fails with a {@link
   * org.apache.kafka.common.KafkaException} when one is not, after a bounded time. Some of them may
   * have been written then. May wait for topic metadata, so not for event loops.
   */
  CompletableFuture<Void> publish(List<Outgoing> records);
}
