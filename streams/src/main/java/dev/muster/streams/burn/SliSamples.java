package dev.muster.streams.burn;

import dev.muster.core.slo.Sample;
import dev.muster.schemas.fact.SliSample;

/** SLI samples as what burn is judged by. */
public final class SliSamples {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long MIX = 0xff51afd7ed558ccdL;

  private SliSamples() {}

  /** Admission has seen that its counts and interval are sound. */
  public static Sample of(SliSample fact) {
    return new Sample(
        fact.getFrom(),
        fact.getTo(),
        fact.getGood(),
        fact.getTotal(),
        identity(fact.getSource(), fact.getId()));
  }

  /** FNV-1a of both, mixed once more so that its lowest bits are as good as any. */
  static long identity(String source, String id) {
    long hash = add(add(OFFSET, source) * PRIME, id);
    hash = (hash ^ hash >>> 33) * MIX;
    return hash ^ hash >>> 33;
  }

  private static long add(long hash, String text) {
    long sum = hash;
    for (int i = 0; i < text.length(); i++) {
      sum = (sum ^ text.charAt(i)) * PRIME;
    }
    return sum;
  }
}
