package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Slo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads an SLO's {@code timeWindow}. */
final class PeriodReader {
  private static final String EXPECTED = "a rolling window of 7 to 40 days such as 30d or 4w";
  private static final String NOT_YET =
      "others are not judged yet; write {duration: 30d, isRolling: true}";

  private final Fields window;

  PeriodReader(List<Fields> windows) {
    window = windows.get(0);
    for (Fields more : windows.subList(1, windows.size())) {
      refuse(more.mapping().place(), more.mapping().path(), "exactly one", "another", "keep one");
    }
  }

  /** Empty where a mistake was found. */
  Optional<Duration> period() {
    Optional<Node> calendar = window.node("calendar");
    boolean rolls = window.flag("isRolling").orElse(calendar.isEmpty());
    Optional<Node> duration = window.require("duration").node("duration");
    window.done();
    if (calendar.isPresent() || !rolls) {
      String said = calendar.isPresent() ? "calendar" : "isRolling";
      refuse(
          window.placeOfName(said), window.pathOf(said), EXPECTED, "one of the calendar", NOT_YET);
      return Optional.empty();
    }
    return duration.flatMap(this::period);
  }

  private Optional<Duration> period(Node node) {
    String text = node instanceof Node.Scalar scalar && scalar.text() != null ? scalar.text() : "";
    if (Shorthand.isOfTheCalendar(text)) {
      refuse(
          node.place(),
          node.path(),
          EXPECTED,
          node.shape(),
          "months, quarters and years are not equally long; write 30d");
      return Optional.empty();
    }
    Optional<Duration> period = window.scalar(node, EXPECTED, Shorthand::parse);
    if (period.isPresent() && !isJudged(period.get())) {
      refuse(node.place(), node.path(), EXPECTED, node.shape(), NOT_YET);
      return Optional.empty();
    }
    return period;
  }

  private static boolean isJudged(Duration period) {
    return period.compareTo(Slo.SHORTEST_PERIOD) >= 0
        && period.compareTo(Slo.LONGEST_PERIOD) <= 0
        && period.equals(Duration.ofDays(period.toDays()));
  }

  private void refuse(Place place, String path, String expected, String got, String advice) {
    window.findings().mistake(place, path, expected, got, advice);
  }
}
