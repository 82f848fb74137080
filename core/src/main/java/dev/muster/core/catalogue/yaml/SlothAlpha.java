package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** OpenSLO v1alpha as Sloth reads it: good events of all, as shares; it makes no alerts of them. */
final class SlothAlpha {
  private final Fields document;
  private final Fields spec;

  SlothAlpha(Fields document, Fields spec) {
    this.document = document;
    this.spec = spec;
  }

  /** Those without a mistake. */
  List<SlothSlo> slos() {
    spec.require("service", "objectives");
    Optional<Fields> metadata = document.mapping("metadata");
    Optional<String> name = metadata.flatMap(one -> one.require("name").text("name"));
    String title = metadata.flatMap(one -> one.text("displayName")).orElse(null);
    String service = spec.text("service").orElse("");
    String description = spec.text("description").orElse(title);
    spec.node("budgetingMethod")
        .ifPresent(node -> spec.word(node, List.of("Occurrences"), text -> text));
    Optional<Duration> period = period();
    List<Fields> objectives = spec.mappings("objectives", "target");
    List<String> unknown = spec.unknown();
    List<SlothSlo> slos = new ArrayList<>();
    for (int i = 0; i < objectives.size(); i++) {
      Fields fields = objectives.get(i);
      SlothDraft draft = new SlothDraft(fields);
      unknown.forEach(one -> draft.leftOut.add(one + ": Sloth does not use it"));
      Optional<BigDecimal> target = draft.target("target", false);
      Optional<Indicator> indicator = indicator(draft, fields);
      draft.leaveUnknown(fields);
      said(draft);
      String own = objectives.size() == 1 ? name.orElse("") : name.orElse("") + "-" + i;
      String id = draft.id(service, "service");
      if (name.isPresent() && period.isPresent() && target.isPresent() && indicator.isPresent()) {
        slos.add(draft.slo(id, own, description, target.get(), period.get(), indicator.get()));
      }
    }
    return slos;
  }

  private void said(SlothDraft draft) {
    draft.muster.put(SloAnnotations.SHADOW, "all");
    draft.guessed.add(
        "all tiers shadow: Sloth makes no alerts of OpenSLO files, so nobody is called before you"
            + " take "
            + SloAnnotations.SHADOW
            + " out");
    if (!spec.has("timeWindows")) {
      draft.guessed.add("period 30d, Sloth's default");
    }
  }

  private Optional<Duration> period() {
    List<Fields> windows = spec.mappings("timeWindows", "count");
    if (windows.isEmpty()) {
      return Optional.of(Slo.DEFAULT_PERIOD);
    }
    Fields window = windows.get(0);
    window.require("count", "unit");
    Optional<String> unit =
        window.node("unit").flatMap(node -> window.word(node, List.of("Day"), text -> text));
    Optional<Duration> period =
        window.value("count", "7 to 40 days", text -> Duration.ofDays(Long.parseLong(text)));
    boolean judged =
        period
            .filter(one -> one.compareTo(Slo.SHORTEST_PERIOD) >= 0)
            .filter(one -> one.compareTo(Slo.LONGEST_PERIOD) <= 0)
            .isPresent();
    if (period.isPresent() && !judged) {
      window
          .node("count")
          .ifPresent(
              node -> spec.findings().mistake(node, "7 to 40 days", "others are not judged yet"));
    }
    return unit.isPresent() && judged ? period : Optional.empty();
  }

  private Optional<Indicator> indicator(SlothDraft draft, Fields objective) {
    return objective
        .require("ratioMetrics")
        .mapping("ratioMetrics")
        .flatMap(
            metrics -> {
              metrics.require("good", "total");
              Optional<String> good = query(metrics, "good");
              Optional<String> total = query(metrics, "total");
              metrics.flag("incremental");
              metrics.flag("counter");
              draft.leaveUnknown(metrics);
              if (good.isEmpty() || total.isEmpty()) {
                return Optional.empty();
              }
              SlothQuery queries = new SlothQuery(List.of(good.get(), total.get()));
              draft.taken.add("good events of all, from good and total");
              draft.guessed.add(queries.remark());
              List<String> asked = queries.ofOneMinute();
              return Optional.of(
                  new Indicator.Ratio(
                      SlothSpec.query(asked.get(0)), false, SlothSpec.query(asked.get(1)), false));
            });
  }

  private static Optional<String> query(Fields metrics, String name) {
    return metrics
        .mapping(name)
        .flatMap(
            one -> {
              one.node("source")
                  .ifPresent(node -> one.word(node, List.of("prometheus", "sloth"), text -> text));
              one.node("queryType")
                  .ifPresent(node -> one.word(node, List.of("promql"), text -> text));
              return one.require("query").text("query").map(String::strip);
            });
  }
}
