package dev.muster.core.slo;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/**
 * What is remembered of the rules that held at the end of a minute, whatever they are called now.
 */
public final class Held {
  /** A page rule that is told. */
  public static final int PAGE = 1;

  /** A ticket rule that is told. */
  public static final int TICKET = 1 << 1;

  /** A page rule over six hours, told: long enough that somebody should have been woken. */
  public static final int LASTING_PAGE = 1 << 2;

  /** A rule in shadow. */
  public static final int SHADOW = 1 << 3;

  private static final Duration LASTING = Duration.ofHours(6);

  private Held() {}

  static int bits(List<BurnRule> rules, BitSet holding) {
    int bits = 0;
    for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
      bits |= bits(rules.get(i));
    }
    return bits;
  }

  private static int bits(BurnRule rule) {
    if (rule.shadow()) {
      return SHADOW;
    } else if (rule.tier() == Tier.TICKET) {
      return TICKET;
    }
    return rule.longWindow().equals(LASTING) ? PAGE | LASTING_PAGE : PAGE;
  }
}
