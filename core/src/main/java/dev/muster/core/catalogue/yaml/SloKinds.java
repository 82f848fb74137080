package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Question;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Standard;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Of what kind an SLO can be. */
final class SloKinds {
  /**
   * The SLI menu, and throughput.
   *
   * @see <a href="https://sre.google/workbook/implementing-slos/">Site Reliability Workbook,
   *     chapter 2</a>
   */
  static final List<String> MENU =
      List.of(
          "availability",
          "correctness",
          "coverage",
          "durability",
          "freshness",
          "latency",
          "quality",
          "throughput");

  private SloKinds() {}

  /** The menu, and what standards ask for. */
  static SortedSet<String> known(Collection<Standard> standards) {
    SortedSet<String> known = new TreeSet<>(MENU);
    standards.stream()
        .flatMap(standard -> standard.gates().stream())
        .map(Gate::requires)
        .flatMap(List::stream)
        .flatMap(SloKinds::singles)
        .forEach(single -> add(single, known));
    return known;
  }

  private static Stream<Requirement.Single> singles(Requirement requirement) {
    return requirement instanceof Requirement.AnyOf any
        ? any.alternatives().stream().flatMap(List::stream)
        : Stream.of((Requirement.Single) requirement);
  }

  private static void add(Requirement.Single single, SortedSet<String> known) {
    if (single instanceof Requirement.Judged judged
        && judged.question() instanceof Question.SloMeasured measured
        && measured.kind() != null) {
      known.add(measured.kind());
    }
  }
}
