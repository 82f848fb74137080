package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads tiers as a team writes them: {@code page 2% 1h/5m; ticket 10% 72h/6h shadow}. */
final class TierText {
  static final String EXAMPLE = "page 2% 1h/5m; ticket 10% 72h/6h";

  /** For a team that wants to be called by nothing. */
  static final String NONE = "none";

  private static final Pattern ENTRY = Pattern.compile("[^;,\\n]+");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final int LEAST = 3;
  private static final int MOST = 4;

  private final Node.Scalar scalar;
  private final Findings findings;

  private TierText(Node.Scalar scalar, Findings findings) {
    this.scalar = scalar;
    this.findings = findings;
  }

  /** One tier, and where it stands. */
  record Tiered(BurnRule rule, Place place) {}

  private record Word(String text, int offset) {}

  /** Those without a mistake. */
  static List<Tiered> read(Node.Scalar scalar, Findings findings) {
    return new TierText(scalar, findings).tiers();
  }

  private List<Tiered> tiers() {
    List<Tiered> tiers = new ArrayList<>();
    String text = String.valueOf(scalar.text());
    if (text.strip().equals(NONE)) {
      return tiers;
    }
    Matcher entries = ENTRY.matcher(text);
    while (entries.find()) {
      List<Word> words = new ArrayList<>();
      Matcher word = WORD.matcher(entries.group());
      while (word.find()) {
        words.add(new Word(word.group(), entries.start() + word.start()));
      }
      if (!words.isEmpty()) {
        tier(words, tiers);
      }
    }
    return tiers;
  }

  private void tier(List<Word> words, List<Tiered> into) {
    int before = findings.count();
    Word first = words.get(0);
    if (words.size() < LEAST || words.size() > MOST) {
      refuse(first, EXAMPLE, "a tier, its share of the budget, and its two windows");
      return;
    }
    Tier tier = parsed(first, "page or ticket", TierText::tierOf, Tier.PAGE);
    BigDecimal share =
        parsed(words.get(1), "a share of the budget such as 2%", TierText::share, BigDecimal.ONE);
    Duration[] windows =
        parsed(
            words.get(2),
            "a long and a short window such as 1h/5m",
            TierText::windows,
            new Duration[0]);
    boolean shadow = words.size() == MOST;
    if (shadow && !words.get(LEAST).text().equals("shadow")) {
      refuse(words.get(LEAST), "shadow, or the end of the tier", "part tiers by ';'");
    }
    if (findings.count() == before) {
      build(first, tier, share, windows, shadow, into);
    }
  }

  private void build(
      Word first,
      Tier tier,
      BigDecimal share,
      Duration[] windows,
      boolean shadow,
      List<Tiered> into) {
    try {
      BurnRule rule = new BurnRule(tier, share, windows[0], windows[1], shadow);
      if (into.stream().anyMatch(one -> same(one.rule(), rule))) {
        refuse(first, "each pair of windows once for a tier", "keep one");
      } else {
        into.add(new Tiered(rule, scalar.placeOf(first.offset())));
      }
    } catch (IllegalArgumentException e) {
      refuse(first, EXAMPLE, String.valueOf(e.getMessage()));
    }
  }

  private static boolean same(BurnRule one, BurnRule other) {
    return one.tier() == other.tier()
        && one.longWindow().equals(other.longWindow())
        && one.shortWindow().equals(other.shortWindow());
  }

  private <T> T parsed(Word word, String expected, Function<String, T> parse, T otherwise) {
    try {
      return parse.apply(word.text());
    } catch (IllegalArgumentException e) {
      refuse(word, expected, "for instance " + EXAMPLE);
      return otherwise;
    }
  }

  private void refuse(Word word, String expected, String advice) {
    findings.mistake(
        scalar.placeOf(word.offset()), scalar.path(), expected, '"' + word.text() + '"', advice);
  }

  private static Tier tierOf(String text) {
    return switch (text) {
      case "page" -> Tier.PAGE;
      case "ticket" -> Tier.TICKET;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** {@code 2%} or {@code 0.02}. */
  private static BigDecimal share(String text) {
    return text.endsWith("%")
        ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2)
        : new BigDecimal(text);
  }

  private static Duration[] windows(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(text);
    }
    return new Duration[] {
      Shorthand.parse(text.substring(0, slash)), Shorthand.parse(text.substring(slash + 1))
    };
  }
}
