package dev.muster.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What there was, read from the rows of one service: the same whichever way the rows came about.
 *
 * @param occurrences by rule, in the order of their beginning
 * @param muted alerts by rule that nobody could notice, silenced or inhibited from the start
 * @param pages in the order of their opening
 * @param unjoined what would have been a page and is none of the authority's incidents
 */
public record Alerts(
    Map<String, List<Occurrence>> occurrences,
    Map<String, List<Firing>> muted,
    List<Page> pages,
    List<Incident> unjoined) {

  /** At an instant; nothing while the catalogue never had the service. */
  public static Alerts of(Iterable<Episode> rows, Tenure tenure, Instant now) {
    List<Firing> firings = new ArrayList<>();
    for (Firing firing : firings(rows, now)) {
      Terms terms = tenure.at(firing.start());
      if (terms != null && terms.isProduction(firing.episode().environment())) {
        firings.add(firing);
      }
    }
    return new Reading(firings, tenure).alerts();
  }

  private static List<Firing> firings(Iterable<Episode> rows, Instant now) {
    Map<String, Map<Instant, Episode>> series = new HashMap<>();
    for (Episode row : rows) {
      series
          .computeIfAbsent(
              row.id().source() + '\0' + row.id().fingerprint(), any -> new TreeMap<>())
          .put(row.startedAt(), row);
    }
    return series.values().stream()
        .flatMap(starts -> Firing.of(starts.values(), now).stream())
        .sorted(Firing.BY_START)
        .toList();
  }

  /** One reading. */
  private static final class Reading {
    private final Tenure tenure;
    private final List<Firing> ofTools = new ArrayList<>();
    private final List<Firing> ofGroups = new ArrayList<>();
    private final List<Firing> others = new ArrayList<>();
    private final Map<String, List<Firing>> muted = new TreeMap<>();
    private final Map<String, List<Firing>> tellers = new TreeMap<>();
    private final Map<Episode.Id, Map<String, Incident>> about = new HashMap<>();
    private final Map<String, Firing> firstTellers = new HashMap<>();

    Reading(List<Firing> firings, Tenure tenure) {
      this.tenure = tenure;
      for (Firing firing : firings) {
        sort(firing);
      }
    }

    private void sort(Firing firing) {
      Episode episode = firing.episode();
      String source = episode.id().source();
      boolean authority = terms(firing).isAuthority(source);
      if (!authority && episode.ties().musterId() != null) {
        return;
      } else if (!firing.isNotified()) {
        muted.computeIfAbsent(episode.rule(), any -> new ArrayList<>()).add(firing);
      } else if (!authority) {
        others.add(firing);
      } else if (Terms.isAnswered(source)) {
        ofTools.add(firing);
      } else {
        ofGroups.add(firing);
      }
    }

    private Terms terms(Firing firing) {
      return Objects.requireNonNull(tenure.at(firing.start()));
    }

    Alerts alerts() {
      List<Incident> byTools = Incidents.of(ofTools, tenure, true);
      List<Incident> byGroups =
          Incidents.of(
              ofGroups.stream().filter(firing -> Incident.isPage(firing.episode())).toList(),
              tenure,
              false);
      ofGroups.forEach(this::teller);
      byGroups.forEach(incident -> incident.firings().forEach(own -> join(own, incident)));
      List<Incident> all = new ArrayList<>(byTools);
      all.addAll(byGroups);
      all.sort(Incident.BY_AGE);
      List<Incident> unjoined = joinOthers(all);
      byTools.stream().filter(this::tellsItself).forEach(this::tell);
      return new Alerts(
          occurrences(),
          muted,
          all.stream()
              .filter(Incident::isPage)
              .map(incident -> new Page(rule(incident), incident))
              .toList(),
          unjoined);
    }

    private void teller(Firing firing) {
      tellers.computeIfAbsent(firing.episode().rule(), any -> new ArrayList<>()).add(firing);
    }

    private void join(Firing firing, Incident incident) {
      about
          .computeIfAbsent(firing.episode().id(), any -> new LinkedHashMap<>())
          .put(incident.key(), incident);
      firstTellers.merge(incident.key(), firing, Reading::first);
    }

    private static Firing first(Firing one, Firing other) {
      return Comparator.comparing(Firing::start)
                  .thenComparing(firing -> firing.episode().rule())
                  .compare(one, other)
              <= 0
          ? one
          : other;
    }

    private List<Incident> joinOthers(List<Incident> incidents) {
      Joining joining = new Joining(incidents);
      List<Firing> alone = new ArrayList<>();
      for (Firing other : others) {
        teller(other);
        List<Incident> joined = joining.of(other);
        joined.forEach(incident -> join(other, incident));
        if (joined.isEmpty() && other.episode().asks().severity() == Severity.PAGE) {
          alone.add(other);
        }
      }
      return Incidents.of(alone, tenure, false);
    }

    /** Of a paging tool's incident, unless alerts were told that it began with. */
    private boolean tellsItself(Incident incident) {
      Firing first = firstTellers.get(incident.key());
      return first == null || first.start().isAfter(incident.opened().plus(Incident.AROUND));
    }

    private void tell(Incident incident) {
      for (Firing own : incident.firings()) {
        teller(own);
        join(own, incident);
      }
    }

    private String rule(Incident incident) {
      return Objects.requireNonNull(firstTellers.get(incident.key())).episode().rule();
    }

    private Map<String, List<Occurrence>> occurrences() {
      Map<String, List<Occurrence>> occurrences = new TreeMap<>();
      tellers.forEach(
          (rule, told) -> {
            told.sort(Firing.BY_START);
            occurrences.put(
                rule,
                Occurrence.runs(told).stream()
                    .map(run -> Occurrence.of(rule, run, incidents(run)))
                    .toList());
          });
      return occurrences;
    }

    private List<Incident> incidents(List<Firing> run) {
      Map<String, Incident> incidents = new LinkedHashMap<>();
      run.forEach(firing -> incidents.putAll(about.getOrDefault(firing.episode().id(), Map.of())));
      return List.copyOf(incidents.values());
    }
  }
}
