package dev.muster.sink.publicpage;

import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.sink.page.Moment;
import dev.muster.sink.view.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that the public sees: names chosen for it, and times.
 *
 * @param groups in the order of their names; the one without a name is the last
 * @param asOf to the minute, so that the page stays the same in between
 * @param staleSince absent while the page follows
 */
public record PublicPage(
    List<Group> groups, Moment asOf, @Nullable String staleSince, boolean demo) {

  /**
   * Components under one heading.
   *
   * @param name empty for those without a group
   */
  public record Group(String name, List<String> components) {}

  static List<Group> groups(Catalogue catalogue) {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (Service service : catalogue.services().values()) {
      var shown = service.publicPage();
      if (shown != null && service.lifecycle() != Lifecycle.RETIRED) {
        String group = shown.group();
        groups
            .computeIfAbsent(group == null ? "" : group, name -> new TreeSet<>())
            .add(shown.component());
      }
    }
    return groups.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), List.copyOf(entry.getValue())))
        .sorted((a, b) -> Boolean.compare(a.name().isEmpty(), b.name().isEmpty()))
        .toList();
  }
}
