package dev.muster.core.release;

import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Verdict;
import java.util.List;

/**
 * The release gate's answer for one service or for all of a system, of which the worst counts.
 *
 * @param services at least one
 */
public record Readiness(List<ServiceReadiness> services) {
  public Readiness {
    services = List.copyOf(services);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("need at least one service, got none");
    }
  }

  /** Whether the standard bites any of them. */
  public boolean binding() {
    return services.stream().anyMatch(ServiceReadiness::binding);
  }

  /** In a word. */
  public Outcome outcome() {
    return binding() ? wouldBe() : Outcome.NOT_BINDING;
  }

  /** In a word: of those the standard bites, else of what all would be. */
  public Outcome wouldBe() {
    List<ServiceReadiness> counted = counted();
    return Outcome.of(
        verdict(), Status.worst(counted.stream().map(ServiceReadiness::worst).toList()));
  }

  /** The worst of those that count. */
  public Verdict verdict() {
    return Verdict.ofSystem(counted().stream().map(ServiceReadiness::verdict).toList());
  }

  /** Ids of the waivers that those who count stand on, each once, sorted. */
  public List<String> waivers() {
    return counted().stream().flatMap(each -> each.waivers().stream()).distinct().sorted().toList();
  }

  private List<ServiceReadiness> counted() {
    return binding() ? services.stream().filter(ServiceReadiness::binding).toList() : services;
  }
}
