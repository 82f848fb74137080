package dev.muster.bench;

import java.util.Locale;

/**
 * How fast facts were read.
 *
 * @param facts counted
 * @param nanos it took
 * @param cpuNanos of the threads that read
 */
record Rate(long facts, long nanos, long cpuNanos) {

  double factsPerSecond() {
    return facts * 1e9 / nanos;
  }

  double cpuMicrosPerFact() {
    return cpuNanos / 1e3 / facts;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%,.0f facts/s, %.1f µs CPU per fact", factsPerSecond(), cpuMicrosPerFact());
  }
}
