package dev.muster.core.slo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How few events let a handful of failures call people; a quiet service that fails wholly must call
 * them, so there is no least number of events.
 *
 * @see <a href="https://sre.google/workbook/alerting-on-slos/">Site Reliability Workbook, chapter
 *     5, "Low-Traffic Services"</a>
 */
public final class LowTraffic {
  private LowTraffic() {}

  /** The most events in a rule's long window of which {@code minFailures} bad ones make it hold. */
  public static long most(Slo slo, BurnRule rule) {
    return slo.threshold(rule).mostExceededBy(slo.minFailures());
  }

  /** The least bad slices, of all that a rule's long window has, that make it hold. */
  static long slices(Slo slo, BurnRule rule, Budgeting.Timeslices by) {
    long all = rule.longWindow().dividedBy(by.slice());
    return Math.max(slo.minFailures(), slo.threshold(rule).leastExceeding(all));
  }

  /** What that means for an SLO, in one line: what it promises, and what calls whom. */
  public static String sentence(Slo slo) {
    String calls =
        Stream.of(Tier.values())
            .map(tier -> calls(slo, tier))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", and "));
    String failures =
        !countsEvents(slo)
            ? ""
            : slo.minFailures() == 1 ? "1 failure " : slo.minFailures() + " failures ";
    return "%s of %s over %s: %s"
        .formatted(
            slo.target().toPlainString(),
            unit(slo),
            Written.span(slo.period()),
            calls.isEmpty() ? "calls nobody" : failures + calls);
  }

  private static String unit(Slo slo) {
    if (slo.budgeting() instanceof Budgeting.Timeslices by) {
      return "slices of " + Written.span(by.slice());
    }
    return slo.indicator() instanceof Indicator.Raw ? "a share without counts" : "events";
  }

  /** Of a raw share, nobody knows how many events it stands for. */
  public static boolean countsEvents(Slo slo) {
    return slo.budgeting() instanceof Budgeting.Occurrences
        && !(slo.indicator() instanceof Indicator.Raw);
  }

  private static String calls(Slo slo, Tier tier) {
    List<BurnRule> rules = slo.rules().stream().filter(rule -> rule.tier() == tier).toList();
    boolean several = countsEvents(slo) && slo.minFailures() > 1;
    String verb =
        tier == Tier.PAGE
            ? several ? "page" : "pages"
            : several ? "make a ticket" : "makes a ticket";
    String windows =
        rules.stream().map(rule -> window(slo, rule)).collect(Collectors.joining(" or "));
    boolean slices = slo.budgeting() instanceof Budgeting.Timeslices;
    return rules.isEmpty() ? "" : verb + (slices ? " at " : " in ") + windows;
  }

  private static String window(Slo slo, BurnRule rule) {
    String window = Written.span(rule.longWindow());
    if (slo.budgeting() instanceof Budgeting.Timeslices by) {
      window = "%d bad slices in %s".formatted(slices(slo, rule, by), window);
    } else if (countsEvents(slo)) {
      window = "%s of up to %d events".formatted(window, most(slo, rule));
    }
    return window + (rule.shadow() ? " (shadow)" : "");
  }
}
