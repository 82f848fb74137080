package dev.muster.core.alert.noise;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked about a service's alerts.
 *
 * @param budgets the service's, called {@link #OWN}, and those of services that confirm its alerts,
 *     by name
 * @param sources when each of its sources of alerts was first heard, by event time
 */
public record Witnesses(
    Deployments deployments,
    SortedMap<String, Confirmation> budgets,
    Map<String, Instant> sources) {
  /** No service is called so. */
  public static final String OWN = "";

  public static final Witnesses NONE = new Witnesses(Deployments.NONE, Confirmation.NONE, Map.of());

  public Witnesses {
    budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
    sources = Map.copyOf(sources);
  }

  /** Of a service whose alerts nobody else confirms. */
  public Witnesses(Deployments deployments, Confirmation own, Map<String, Instant> sources) {
    this(deployments, new TreeMap<>(Map.of(OWN, own)), sources);
  }

  /** The service's own budget. */
  Confirmation own() {
    return budgets.getOrDefault(OWN, Confirmation.NONE);
  }

  /**
   * Those whose budget says so. Each answers for itself: one may not reach back as far as another,
   * since the services' logs are read each at its own pace.
   *
   * @param from the earliest instant asked about
   * @param before whose did when it was asked before; it stands for those that cannot be asked any
   *     more; absent: none was asked
   */
  Set<String> saying(Instant from, @Nullable Set<String> before, Predicate<Confirmation> question) {
    Set<String> saying = new TreeSet<>();
    for (Map.Entry<String, Confirmation> each : budgets.entrySet()) {
      String name = each.getKey();
      Confirmation budget = each.getValue();
      boolean stands = before != null && from.isBefore(budget.reach());
      if (stands ? said(before, name) : question.test(budget)) {
        saying.add(each.getKey());
      }
    }
    return saying;
  }

  private static boolean said(@Nullable Set<String> before, String name) {
    return before != null && before.contains(name);
  }
}
