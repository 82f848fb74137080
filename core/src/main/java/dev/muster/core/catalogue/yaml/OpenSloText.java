package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Indicator.Query;
import dev.muster.core.slo.Written;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes an SLO as people would. */
final class OpenSloText {
  private static final String STEP = "  ";
  private static final Set<String> NOT_A_TEXT =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  private final StringBuilder text = new StringBuilder();

  private OpenSloText() {}

  static String of(SlothSlo slo) {
    OpenSloText writer = new OpenSloText();
    writer.line(0, "apiVersion: openslo/v1");
    writer.line(0, "kind: SLO");
    writer.line(0, "metadata:");
    writer.field(1, "name", slo.name());
    writer.map("labels", slo.labels());
    writer.map("annotations", slo.allAnnotations());
    writer.line(0, "spec:");
    if (slo.description() != null) {
      writer.field(1, "description", slo.description());
    }
    writer.field(1, "service", slo.service());
    writer.line(1, "indicator:");
    writer.line(2, "spec:");
    writer.line(3, "ratioMetric:");
    writer.indicator(slo.indicator());
    writer.line(1, "timeWindow:");
    writer.line(2, "- {duration: " + Written.span(slo.period()) + ", isRolling: true}");
    writer.line(1, "budgetingMethod: Occurrences");
    writer.line(1, "objectives:");
    writer.line(2, "- {target: " + slo.target().toPlainString() + "}");
    return writer.text.toString();
  }

  private void indicator(Indicator indicator) {
    if (indicator instanceof Indicator.Ratio ratio) {
      line(4, "counter: " + ratio.counter());
      query(ratio.bad() ? "bad" : "good", ratio.counted());
      query("total", ratio.total());
    } else if (indicator instanceof Indicator.Raw raw) {
      line(4, "rawType: " + (raw.success() ? "success" : "failure"));
      query("raw", raw.query());
    }
  }

  private void query(String name, Query query) {
    line(4, name + ":");
    line(5, "metricSource:");
    field(6, "type", String.valueOf(query.type()));
    line(6, "spec:");
    query.spec().forEach((key, value) -> field(7, key, value));
  }

  private void map(String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      line(1, name + ":");
      values.forEach((key, value) -> field(2, key, value));
    }
  }

  private void field(int depth, String name, String value) {
    String key = name.matches("[A-Za-z0-9][A-Za-z0-9./_-]*") ? name : quoted(name);
    boolean block = value.contains("\n") && value.equals(value.strip());
    line(depth, key + ": " + (block ? "|-" : scalar(value)));
    if (block) {
      value.lines().forEach(one -> line(depth + 1, one));
    }
  }

  private static String scalar(String value) {
    boolean plain =
        value.matches("[A-Za-z]([A-Za-z0-9 ,._/()-]*[A-Za-z0-9.)])?")
            && !NOT_A_TEXT.contains(value.toLowerCase(Locale.ROOT));
    return plain ? value : quoted(value);
  }

  private static String quoted(String value) {
    return value.chars().allMatch(letter -> letter >= ' ')
        ? "'" + value.replace("'", "''") + "'"
        : "\"" + value.chars().mapToObj(OpenSloText::escaped).collect(Collectors.joining()) + "\"";
  }

  private static String escaped(int letter) {
    return switch (letter) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      default -> letter < ' ' ? "\\x%02x".formatted(letter) : Character.toString(letter);
    };
  }

  private void line(int depth, String words) {
    text.append(words.isEmpty() ? "" : STEP.repeat(depth) + words).append('\n');
  }
}
