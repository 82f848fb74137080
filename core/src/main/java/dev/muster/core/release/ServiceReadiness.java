package dev.muster.core.release;

import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Verdict;
import java.util.List;

/**
 * The release gate's answer for one service.
 *
 * @param level the one asked for
 * @param verdict then
 * @param worst of its gates that apply, then; CANNOT_JUDGE where a proof ran out and was not judged
 *     since, NOT_APPLICABLE where none applies
 * @param binding whether the standard bites by then; before, nothing is kept back
 * @param obstacles what stands in the way, and what is waived
 * @param waivers ids of those it stands on then
 */
public record ServiceReadiness(
    Scored scored,
    String level,
    Verdict verdict,
    Status worst,
    boolean binding,
    List<Obstacle> obstacles,
    List<String> waivers) {
  public ServiceReadiness {
    obstacles = List.copyOf(obstacles);
    waivers = List.copyOf(waivers);
  }

  public String service() {
    return scored.service();
  }

  /** In a word, whether the standard bites or not. */
  public Outcome wouldBe() {
    return Outcome.of(verdict, worst);
  }

  /** In a word. */
  public Outcome outcome() {
    return binding ? wouldBe() : Outcome.NOT_BINDING;
  }
}
