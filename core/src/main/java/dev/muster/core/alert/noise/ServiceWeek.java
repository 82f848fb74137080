package dev.muster.core.alert.noise;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One closed week of a service, as it was last said.
 *
 * @param rules by name
 * @param shares by rotation: of the one on call, and of others that were told
 * @param measuredBy whose SLOs were measured for long enough up to its end, the service's as {@link
 *     Witnesses#OWN}
 * @param missed minutes in which the service's budget called for a page and none was open; absent:
 *     not measured
 */
public record ServiceWeek(
    IsoWeek week,
    NavigableMap<String, Said<RuleWeek>> rules,
    NavigableMap<String, Said<RotationShare>> shares,
    Set<String> measuredBy,
    @Nullable Long missed) {
  public ServiceWeek {
    rules = Collections.unmodifiableNavigableMap(new TreeMap<>(rules));
    shares = Collections.unmodifiableNavigableMap(new TreeMap<>(shares));
    measuredBy = Set.copyOf(measuredBy);
  }

  /** What was said, and the how-manieth word on it that is, from 0. */
  public record Said<T>(T what, int revision) {}

  /** What a week is found to be, before it is known whether that was said already. */
  public record Found(
      IsoWeek week,
      Map<String, RuleWeek> rules,
      Map<String, RotationShare> shares,
      Set<String> measuredBy,
      @Nullable Long missed) {}

  /** What it closed with, by rule. */
  public Map<String, NoiseVerdict> verdicts() {
    Map<String, NoiseVerdict> verdicts = new TreeMap<>();
    rules.forEach((rule, said) -> verdicts.put(rule, said.what().verdict().what()));
    return verdicts;
  }

  /** Its rules' figures. */
  public List<NoiseFigures> figures() {
    return rules.values().stream().map(said -> said.what().figures()).toList();
  }
}
