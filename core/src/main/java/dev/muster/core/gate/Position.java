package dev.muster.core.gate;

/** Where an event lies in the log. */
public record Position(String topic, int partition, long offset) {
  public Position {
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException(
          "need partition >= 0 and offset >= 0, got " + partition + " and " + offset);
    }
  }
}
