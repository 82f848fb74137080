package dev.muster.core.catalogue.yaml;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What becomes of Sloth's templates of queries. Sloth asks each for every window; Muster counts the
 * events of one minute after the other and makes the windows itself.
 */
final class SlothQuery {
  private static final Pattern WINDOW = Pattern.compile("\\{\\{\\s*\\.window\\s*}}");
  private static final Pattern RATE = Pattern.compile("\\brate(?=\\s*\\()");

  /** Texts and selectors, in which any word can stand. */
  private static final Pattern INSIDE =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\{[^{}]*}|\\[[^]]*]");

  private static final Pattern GROUPING = Pattern.compile("\\b(by|without)\\s*\\([^()]*\\)");
  private static final Pattern RATE_OF_ONE =
      Pattern.compile("\\brate\\s*\\(\\s*[A-Za-z_:][\\w:]*\\s*\\)");
  private static final Pattern SUM = Pattern.compile("\\bsum\\b");

  private final List<String> templates;

  SlothQuery(List<String> templates) {
    this.templates = templates;
  }

  /** With windows of a minute, and of events counted where that is certain. */
  List<String> ofOneMinute() {
    return templates.stream()
        .map(query -> WINDOW.matcher(query).replaceAll("1m"))
        .map(query -> isCounted() ? RATE.matcher(query).replaceAll("increase") : query)
        .toList();
  }

  /** For whoever imports. */
  String remark() {
    boolean windows = templates.stream().anyMatch(query -> WINDOW.matcher(query).find());
    if (!windows) {
      return "the query names no window and is taken as it is; it must say what one minute had";
    }
    return isCounted()
        ? "[{{.window}}] is [1m] and rate() is increase(): Muster counts each minute's events and"
            + " makes the windows itself; it needs two scrapes a minute"
        : "[{{.window}}] is [1m]: Muster counts each minute's events and makes the windows itself;"
            + " see that the query counts events, not events a second";
  }

  /** Whether all are sums of rates, so that counts in their place have the same ratio. */
  private boolean isCounted() {
    return templates.stream().allMatch(SlothQuery::isSumOfRates);
  }

  private static boolean isSumOfRates(String query) {
    String bare = INSIDE.matcher(WINDOW.matcher(query).replaceAll("1m")).replaceAll(" ");
    String rates = GROUPING.matcher(bare).replaceAll(" ");
    String sums = RATE_OF_ONE.matcher(rates).replaceAll("@");
    return sums.contains("@") && SUM.matcher(sums).replaceAll("").matches("[@()+\\s-]*");
  }
}
