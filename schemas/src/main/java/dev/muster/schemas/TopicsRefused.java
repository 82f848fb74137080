package dev.muster.schemas;

import java.util.List;

/** Topics are there, but not as the programs need them; the message names each with its fault. */
public final class TopicsRefused extends RuntimeException {
  private final List<String> faults;

  TopicsRefused(List<String> faults) {
    super("topics cannot be used as they are: " + String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** One sentence per topic and fault. */
  public List<String> faults() {
    return faults;
  }
}
