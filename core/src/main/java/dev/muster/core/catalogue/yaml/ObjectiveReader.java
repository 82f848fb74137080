package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Names;
import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads one of an SLO's {@code objectives}. */
final class ObjectiveReader {
  private static final String SHARE = "a share above 0 and below 1 such as 0.999";
  private static final String PERCENT = "a percentage above 0 and below 100 such as 99.9";
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Fields fields;
  private final boolean timeslices;

  ObjectiveReader(Fields fields, boolean timeslices) {
    this.fields = fields;
    this.timeslices = timeslices;
  }

  /** What it promises; a half where a mistake was found. */
  BigDecimal target() {
    Optional<Node> percent = fields.node("targetPercent");
    if (fields.has("target") && percent.isPresent()) {
      refuse(percent.get(), "target or targetPercent", "both", "keep one of them");
    } else if (percent.isEmpty()) {
      fields.require("target");
    }
    return fields
        .node("target")
        .flatMap(node -> share(node, SHARE, BigDecimal.ONE))
        .or(() -> percent.flatMap(node -> share(node, PERCENT, HUNDRED)))
        .orElse(new BigDecimal("0.5"));
  }

  /** Above 0 and below {@code all}, as a share of it. */
  private Optional<BigDecimal> share(Node node, String expected, BigDecimal all) {
    Optional<BigDecimal> number = fields.scalar(node, expected, BigDecimal::new);
    if (number.isEmpty()) {
      return number;
    }
    BigDecimal given = number.get();
    if (given.compareTo(all) == 0) {
      refuse(node, expected, node.shape(), "a target of all leaves no budget that could burn");
    } else if (given.signum() <= 0 || given.compareTo(all) > 0) {
      boolean percent = all.compareTo(BigDecimal.ONE) == 0 && given.compareTo(HUNDRED) < 0;
      refuse(
          node,
          expected,
          node.shape(),
          percent && given.signum() > 0 ? "a percentage stands in targetPercent" : "");
    } else if (given.stripTrailingZeros().scale() > Slo.MOST_DECIMALS - decimals(all)) {
      refuse(
          node,
          "at most %d decimals".formatted(Slo.MOST_DECIMALS - decimals(all)),
          node.shape(),
          "");
    } else {
      return Optional.of(all.compareTo(HUNDRED) == 0 ? given.movePointLeft(2) : given);
    }
    return Optional.empty();
  }

  private static int decimals(BigDecimal all) {
    return all.compareTo(HUNDRED) == 0 ? 2 : 0;
  }

  Budgeting budgeting() {
    if (!timeslices) {
      return new Budgeting.Occurrences();
    }
    fields.require("timeSliceTarget", "timeSliceWindow");
    Optional<BigDecimal> target =
        fields.value("timeSliceTarget", "a share above 0, up to 1", BigDecimal::new);
    Optional<Duration> window =
        fields.value("timeSliceWindow", "a length such as 1m", ObjectiveReader::window);
    try {
      return target.isPresent() && window.isPresent()
          ? new Budgeting.Timeslices(target.get(), window.get())
          : new Budgeting.Occurrences();
    } catch (IllegalArgumentException e) {
      boolean share = String.valueOf(e.getMessage()).contains("timeSliceTarget");
      String field = share ? "timeSliceTarget" : "timeSliceWindow";
      fields
          .node(field)
          .ifPresent(
              node ->
                  refuse(
                      node,
                      share ? "a share above 0, up to 1" : "whole minutes that divide an hour",
                      node.shape(),
                      share ? "" : "other slices are not judged yet; write 1m, 5m or 1h"));
      return new Budgeting.Occurrences();
    }
  }

  /** Numbers are minutes. */
  private static Duration window(String text) {
    return text.matches("[1-9]\\d{0,5}")
        ? Duration.ofMinutes(Long.parseLong(text))
        : Shorthand.parse(text);
  }

  /** An SLO of its own needs a name of its own: that of the document and its own. */
  Optional<String> name(String document) {
    fields.require("displayName");
    Optional<String> shown = fields.text("displayName");
    String slug =
        shown
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String name = document + "-" + slug;
    if (shown.isPresent() && (slug.isEmpty() || !Names.isId(name))) {
      fields
          .node("displayName")
          .ifPresent(
              node ->
                  refuse(
                      node,
                      "a name of letters and digits, which with " + document + " makes an id",
                      node.shape(),
                      "each of several objectives becomes an SLO of its own"));
      return Optional.empty();
    }
    return shown.map(any -> name);
  }

  private void refuse(Node node, String expected, String got, String advice) {
    fields.findings().mistake(node.place(), node.path(), expected, got, advice);
  }
}
