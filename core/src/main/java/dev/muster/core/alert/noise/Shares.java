package dev.muster.core.alert.noise;

import dev.muster.core.alert.Alerts;
import dev.muster.core.alert.Incident;
import dev.muster.core.alert.Occurrence;
import dev.muster.core.alert.Page;
import dev.muster.core.alert.Terms;
import dev.muster.core.alert.noise.RotationShare.Paged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a week of one service adds to the weeks of rotations. */
final class Shares {
  private final Alerts alerts;
  private final Weeks weeks;
  private final IsoWeek week;

  Shares(Alerts alerts, Weeks weeks, IsoWeek week) {
    this.alerts = alerts;
    this.weeks = weeks;
    this.week = week;
  }

  /** By rotation: the one the week began under, though it add nothing, and all that were told. */
  Map<String, RotationShare> of(Collection<RuleWeek> rules, Proposals proposals) {
    Map<String, Long> fired = fired();
    Map<String, List<Paged>> pages = pages();
    Map<String, List<Instant>> unjoined = unjoined();
    Map<String, Long> open = open(rules, proposals);
    TreeSet<String> rotations = new TreeSet<>(fired.keySet());
    rotations.addAll(pages.keySet());
    rotations.addAll(unjoined.keySet());
    rotations.addAll(open.keySet());
    String own = name(weeks.terms(week));
    if (own != null) {
      rotations.add(own);
    }
    Map<String, RotationShare> shares = new TreeMap<>();
    for (String rotation : rotations) {
      shares.put(
          rotation,
          new RotationShare(
              rotation,
              fired.getOrDefault(rotation, 0L),
              pages.getOrDefault(rotation, List.of()),
              unjoined.getOrDefault(rotation, List.of()),
              open.getOrDefault(rotation, 0L)));
    }
    return shares;
  }

  private static @Nullable String name(@Nullable Terms terms) {
    return terms == null ? null : terms.rotationName();
  }

  private boolean isIn(Instant instant) {
    return weeks.of(instant).equals(week);
  }

  private Map<String, Long> fired() {
    Map<String, Long> fired = new HashMap<>();
    alerts.occurrences().values().stream()
        .flatMap(List::stream)
        .map(Occurrence::begin)
        .filter(this::isIn)
        .map(begin -> name(weeks.tenure().at(begin)))
        .filter(Objects::nonNull)
        .forEach(rotation -> fired.merge(Objects.requireNonNull(rotation), 1L, Long::sum));
    return fired;
  }

  private Map<String, List<Paged>> pages() {
    Map<String, List<Paged>> pages = new HashMap<>();
    for (Page page : alerts.pages()) {
      Incident incident = page.incident();
      String rotation = incident.terms().rotationName();
      if (rotation != null && isIn(incident.opened())) {
        pages
            .computeIfAbsent(rotation, any -> new ArrayList<>())
            .add(
                new Paged(
                    incident.name(),
                    incident.opened(),
                    HourClass.of(incident.opened(), incident.terms())));
      }
    }
    return pages;
  }

  private Map<String, List<Instant>> unjoined() {
    Map<String, List<Instant>> unjoined = new HashMap<>();
    for (Incident incident : alerts.unjoined()) {
      String rotation = incident.terms().rotationName();
      if (rotation != null && isIn(incident.opened())) {
        unjoined.computeIfAbsent(rotation, any -> new ArrayList<>()).add(incident.opened());
      }
    }
    return unjoined;
  }

  private Map<String, Long> open(Collection<RuleWeek> rules, Proposals proposals) {
    Map<String, Long> open = new HashMap<>();
    for (RuleWeek rule : rules) {
      String rotation = rule.rotation();
      if (rotation != null && proposals.isOpen(rule.rule(), rule.verdict().what(), week)) {
        open.merge(rotation, 1L, Long::sum);
      }
    }
    return open;
  }
}
