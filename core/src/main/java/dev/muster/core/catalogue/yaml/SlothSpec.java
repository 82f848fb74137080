package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Indicator.Query;
import dev.muster.core.slo.Slo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The SLOs of one service, as Sloth has them: errors of all, in percent. */
final class SlothSpec {
  private static final String PERIOD =
      "period 30d; Sloth is told it by --default-slo-period, whose default that is";

  private static final String PLUGINS =
      ": only Sloth can run them; see that the SLO means the same without";

  private final Fields spec;
  private final SlothWords words;

  SlothSpec(Fields spec, SlothWords words) {
    this.spec = spec;
    this.words = words;
  }

  /** Those without a mistake. */
  List<SlothSlo> slos() {
    spec.require("service", "slos");
    String service = spec.text("service").orElse("");
    Map<String, String> common = texts(spec, "labels");
    boolean plugins = spec.has(words.plugins);
    List<SlothSlo> slos = new ArrayList<>();
    List<Fields> each = spec.mappings("slos", "name");
    List<String> unknown = spec.unknown();
    for (Fields fields : each) {
      SlothDraft draft = new SlothDraft(fields);
      draft.labels.putAll(common);
      if (plugins) {
        draft.leftOut.add(words.plugins + PLUGINS);
      }
      unknown.forEach(name -> draft.leftOut.add(name + ", which Sloth does not know"));
      slo(draft, service, fields).ifPresent(slos::add);
    }
    return slos;
  }

  private Optional<SlothSlo> slo(SlothDraft draft, String service, Fields fields) {
    fields.require("name", "sli");
    Optional<String> name = fields.text("name");
    String description = fields.text("description").orElse(null);
    Optional<BigDecimal> target = draft.target("objective", true);
    draft.labels.putAll(texts(fields, "labels"));
    Optional<Indicator> indicator = fields.mapping("sli").flatMap(sli -> indicator(draft, sli));
    draft.guessed.add(PERIOD);
    Map<String, String> category = new TreeMap<>(draft.labels);
    fields.mapping("alerting").ifPresent(one -> alerting(draft, one, category));
    draft.kindFrom(category);
    if (fields.has("plugins")) {
      draft.leftOut.add("plugins" + PLUGINS);
    }
    draft.leaveUnknown(fields);
    kept(draft);
    String id = draft.id(service, "service");
    return name.isPresent() && target.isPresent() && indicator.isPresent()
        ? Optional.of(
            draft.slo(
                id, name.get(), description, target.get(), Slo.DEFAULT_PERIOD, indicator.get()))
        : Optional.empty();
  }

  private static void kept(SlothDraft draft) {
    List<String> kept = new ArrayList<>();
    if (!draft.labels.isEmpty()) {
      kept.add("labels " + String.join(", ", draft.labels.keySet()));
    }
    if (!draft.annotations.isEmpty()) {
      kept.add("annotations " + String.join(", ", draft.annotations.keySet()));
    }
    if (!kept.isEmpty()) {
      draft.taken.add(String.join(" and ", kept) + ", for people; Muster does not use them");
    }
  }

  private Optional<Indicator> indicator(SlothDraft draft, Fields sli) {
    Optional<Fields> events = sli.mapping("events");
    Optional<Fields> raw = sli.mapping("raw");
    Optional<Fields> plugin = sli.mapping("plugin");
    draft.leaveUnknown(sli);
    if (events.isPresent()) {
      return events(draft, events.get());
    } else if (raw.isPresent()) {
      return raw(draft, raw.get());
    }
    if (plugin.isPresent()) {
      sli.findings()
          .note(
              sli.placeOfName("plugin"),
              "the SLO of plugin %s, which only Sloth can run; write the query that it makes"
                  .formatted(plugin.get().text("id").orElse("?")));
    } else {
      sli.findings()
          .mistake(
              sli.mapping().place(),
              sli.mapping().path(),
              "events or raw",
              "neither",
              "write events: {%s: …, %s: …}".formatted(words.errorQuery, words.totalQuery));
    }
    return Optional.empty();
  }

  private Optional<Indicator> events(SlothDraft draft, Fields events) {
    events.require(words.errorQuery, words.totalQuery);
    Optional<String> error = events.text(words.errorQuery);
    Optional<String> total = events.text(words.totalQuery);
    draft.leaveUnknown(events);
    if (error.isEmpty() || total.isEmpty()) {
      return Optional.empty();
    }
    SlothQuery queries = new SlothQuery(List.of(error.get().strip(), total.get().strip()));
    draft.taken.add(
        "bad events of all, from %s and %s".formatted(words.errorQuery, words.totalQuery));
    draft.guessed.add(queries.remark());
    List<String> asked = queries.ofOneMinute();
    return Optional.of(new Indicator.Ratio(query(asked.get(0)), true, query(asked.get(1)), false));
  }

  private Optional<Indicator> raw(SlothDraft draft, Fields raw) {
    Optional<String> ratio = raw.require(words.errorRatioQuery).text(words.errorRatioQuery);
    draft.leaveUnknown(raw);
    return ratio.map(
        query -> {
          draft.taken.add("share of bad events, from " + words.errorRatioQuery);
          draft.guessed.add(
              "[{{.window}}] is [1m]: Muster asks for each minute's share and makes the windows"
                  + " itself; a share has no counts, so each minute weighs the same");
          return new Indicator.Raw(
              query(new SlothQuery(List.of(query.strip())).ofOneMinute().get(0)), false);
        });
  }

  static Query query(String text) {
    return new Query(null, "Prometheus", Map.of("query", text));
  }

  /** Muster tells by its own tiers; which of them are off is taken. */
  private void alerting(SlothDraft draft, Fields alerting, Map<String, String> category) {
    alerting
        .text("name")
        .ifPresent(name -> draft.leftOut.add("alert name " + name + ": the alert is the SLO's"));
    draft.annotations.putAll(texts(alerting, "annotations"));
    category.putAll(texts(alerting, "labels"));
    List<String> off = new ArrayList<>();
    List<String> labels = new ArrayList<>(texts(alerting, "labels").keySet());
    for (String alert : List.of(words.pageAlert, words.ticketAlert)) {
      String tier = alert.equals(words.pageAlert) ? "page" : "ticket";
      alerting
          .mapping(alert)
          .ifPresent(
              one -> {
                if (one.flag("disable").orElse(false)) {
                  off.add(tier);
                }
                texts(one, "labels").forEach((key, value) -> labels.add(tier + "." + key));
                texts(one, "annotations")
                    .forEach(
                        (key, value) -> {
                          if (draft.annotations.putIfAbsent(key, value) != null) {
                            draft.leftOut.add(
                                "annotation %s of %s: one stands".formatted(key, alert));
                          }
                        });
                draft.leaveUnknown(one);
              });
    }
    draft.leaveUnknown(alerting);
    if (!labels.isEmpty()) {
      draft.leftOut.add(
          labels.stream().distinct().collect(Collectors.joining(", ", "alert labels ", ""))
              + ": an SLO does not say whom to tell");
    }
    if (!off.isEmpty()) {
      draft.muster.put(SloAnnotations.TIERS_OFF, String.join(" ", off));
      draft.taken.add(String.join(" and ", off) + " tiers off, as their alerts are disabled");
    }
  }

  private static Map<String, String> texts(Fields fields, String name) {
    Map<String, String> texts = new TreeMap<>();
    fields
        .mapping(name)
        .ifPresent(
            map ->
                map.any()
                    .forEach(
                        (key, field) ->
                            map.scalar(field.value(), "a text", text -> text)
                                .ifPresent(text -> texts.put(key, text))));
    return texts;
  }
}
