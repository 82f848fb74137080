package dev.muster.core.scorecard;

import dev.muster.core.slo.BurnReason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Why an SLO stands where it stands, in one or two plain sentences. */
public final class BurnSentences {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final MathContext DIGITS = new MathContext(3);

  private final Map<String, String> values;

  private BurnSentences(Map<String, String> values) {
    this.values = values;
  }

  /** Of a reason as it is written in a record; an unknown code stands for itself. */
  public static String of(String code, Map<String, String> values) {
    return Arrays.stream(BurnReason.Code.values())
        .filter(known -> known.name().equals(code))
        .findFirst()
        .map(known -> new BurnSentences(values).sentence(known))
        .orElse(code);
  }

  private String sentence(BurnReason.Code code) {
    return switch (code) {
      case REMOVED -> "The catalogue asks for it no more; it is not measured any longer.";
      case NEVER_SAMPLED -> "It was never sampled, so nothing is known of it.";
      case NO_DATA ->
          "There is no sample since " + when("measuredTo") + ", so nothing is known of it.";
      case NO_TRAFFIC ->
          "It is sampled, but there were no events to count, so nothing is known of it.";
      case FROZEN ->
          "Its alert was open when samples ended at "
              + when("measuredTo")
              + "; it stays open until new ones tell that it is over.";
      case BURNING -> burning();
      case SPENT ->
          "The budget of " + promise() + " is spent: " + times(spent()) + " of it is used up.";
      case AT_RISK ->
          left()
              + ", but the last hour burnt it "
              + value("pace")
              + " times as fast as it may"
              + gone()
              + '.';
      case MEETING -> left() + "; " + pace();
    };
  }

  private String burning() {
    return "Over "
        + span("long")
        + " the budget burns "
        + burn("longBurn")
        + " as fast as it may, over "
        + span("short")
        + ' '
        + burn("shortBurn")
        + " (limit "
        + value("factor")
        + ": "
        + percent("share")
        + " of the budget within "
        + span("long")
        + "). "
        + (isSpent() ? "All of the budget of " + promise() + " is spent." : left() + gone() + '.');
  }

  private boolean isSpent() {
    return values.containsKey("budgetLeft") && new BigDecimal(value("budgetLeft")).signum() <= 0;
  }

  private String burn(String name) {
    return values.containsKey(name) ? value(name) + " times" : "0 times, without events,";
  }

  private String pace() {
    return values.containsKey("pace")
        ? "the last hour burnt it " + value("pace") + " times as fast as it may."
        : "there were no events in the last hour.";
  }

  private String left() {
    return "Of the budget of "
        + promise()
        + ", "
        + (values.containsKey("budgetLeft")
            ? percent("budgetLeft") + " is left"
            : "an unknown share is left");
  }

  /** Later than a period from now it never is: what is spent today counts no more by then. */
  private String gone() {
    if (!values.containsKey("exhaustion") || !values.containsKey("period")) {
      return "";
    }
    Duration left = Duration.parse(value("exhaustion"));
    return left.compareTo(Duration.parse(value("period"))) > 0
        ? ""
        : "; at this pace it is gone in about " + about(left);
  }

  private BigDecimal spent() {
    return BigDecimal.ONE.subtract(new BigDecimal(value("budgetLeft")));
  }

  private static String times(BigDecimal share) {
    return share.multiply(PERCENT).round(DIGITS).stripTrailingZeros().toPlainString() + " %";
  }

  /** {@code 99.9 % over 30 days}. */
  private String promise() {
    return percent("target") + " over " + span("period");
  }

  private String percent(String name) {
    return values.containsKey(name)
        ? new BigDecimal(value(name)).multiply(PERCENT).stripTrailingZeros().toPlainString() + " %"
        : "an unknown share";
  }

  private String span(String name) {
    return values.containsKey(name)
        ? Sentences.span(Duration.parse(value(name)))
        : "an unknown time";
  }

  private static String about(Duration span) {
    if (span.toDays() >= 2) {
      return span.toDays() + " days";
    }
    return span.toHours() >= 2 ? span.toHours() + " hours" : Sentences.span(span);
  }

  private String when(String name) {
    return values.containsKey(name)
        ? Sentences.minute(Instant.parse(value(name)))
        : "an unknown time";
  }

  private String value(String name) {
    return values.getOrDefault(name, "an unknown number of");
  }
}
