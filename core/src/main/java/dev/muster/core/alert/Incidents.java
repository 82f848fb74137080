package dev.muster.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Makes incidents of firings: of the authority's, and of those that it should have told of. */
final class Incidents {
  private Incidents() {}

  /**
   * In the order of their opening.
   *
   * @param firings in the order of their starts
   * @param tool whether a paging tool told of them, by its own incidents; else by their groups
   */
  static List<Incident> of(List<Firing> firings, Tenure tenure, boolean tool) {
    Map<String, List<Firing>> together = new TreeMap<>();
    for (Firing firing : firings) {
      together
          .computeIfAbsent(tool ? incident(firing) : group(firing), key -> new ArrayList<>())
          .add(firing);
    }
    List<Incident> incidents = new ArrayList<>();
    together.forEach(
        (name, all) -> {
          for (List<Firing> run : tool ? List.of(all) : Runs.of(all, Incident.FOLLOWS)) {
            Instant opened = run.get(0).start();
            Terms terms = Objects.requireNonNull(tenure.at(opened));
            incidents.add(new Incident(name, run, terms));
          }
        });
    incidents.sort(Incident.BY_AGE);
    return incidents;
  }

  private static String incident(Firing firing) {
    Episode episode = firing.episode();
    String id = episode.ties().incidentId();
    return id == null ? alone(episode) : episode.id().source() + '#' + id;
  }

  /** Two instances of one Alertmanager send one group twice: it has one key. */
  private static String group(Firing firing) {
    String key = firing.episode().ties().groupKey();
    return key == null ? alone(firing.episode()) : key;
  }

  private static String alone(Episode episode) {
    Episode.Id id = episode.id();
    return id.source() + '/' + id.fingerprint() + '@' + id.startedAt();
  }

  /** By each of the keys that their alerts share. */
  static Map<String, ByOpening> byKey(List<Incident> incidents) {
    Map<String, List<Incident>> byKey = new HashMap<>();
    for (Incident incident : incidents) {
      incident.firings().stream()
          .map(firing -> firing.episode().ties().groupKey())
          .filter(Objects::nonNull)
          .map(Objects::requireNonNull)
          .distinct()
          .forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(incident));
    }
    return indexed(byKey);
  }

  static Map<String, ByOpening> byRule(List<Incident> incidents) {
    Map<String, List<Incident>> byRule = new HashMap<>();
    for (Incident incident : incidents) {
      byRule.computeIfAbsent(incident.rule(), any -> new ArrayList<>()).add(incident);
    }
    return indexed(byRule);
  }

  private static Map<String, ByOpening> indexed(Map<String, List<Incident>> lists) {
    Map<String, ByOpening> indexed = new HashMap<>();
    lists.forEach((key, list) -> indexed.put(key, new ByOpening(list)));
    return indexed;
  }
}
