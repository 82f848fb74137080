package dev.muster.core.alert;

import dev.muster.core.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the authority's incidents that an alert of another source is about: all that share its
 * group's key while it lasts, else the one of its rule that was opened around its start.
 */
final class Joining {
  private final Map<String, ByOpening> byKey;
  private final Map<String, ByOpening> byRule;
  private final Map<String, String> hashes = new HashMap<>();

  Joining(List<Incident> incidents) {
    byKey = Incidents.byKey(incidents);
    byRule = Incidents.byRule(incidents);
  }

  List<Incident> of(Firing firing) {
    String group = firing.episode().ties().groupKey();
    if (group != null) {
      List<Incident> same = new ArrayList<>(touching(group, firing));
      // Alertmanager gives paging tools its group's key as a hash.
      same.addAll(touching(hashes.computeIfAbsent(group, Sha256::hex), firing));
      if (!same.isEmpty()) {
        return same;
      }
    }
    ByOpening ofRule = byRule.get(firing.episode().rule());
    return ofRule == null ? List.of() : ofRule.around(firing).stream().toList();
  }

  private List<Incident> touching(String key, Firing firing) {
    ByOpening incidents = byKey.get(key);
    return incidents == null ? List.of() : incidents.touching(firing);
  }
}
