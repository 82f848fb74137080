package dev.muster.streams.scorecard;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Service;
import dev.muster.core.deploy.ChangeFigures;
import dev.muster.core.gate.Evidence;
import dev.muster.core.gate.Finding;
import dev.muster.core.gate.GateStanding;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Change;
import dev.muster.core.scorecard.StandardScore;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.judgement.Fraction;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.LevelVerdict;
import dev.muster.schemas.judgement.Lifecycle;
import dev.muster.schemas.judgement.NoiseScore;
import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloScore;
import dev.muster.schemas.judgement.Verdict;
import dev.muster.streams.gate.GateJudgements;
import dev.muster.streams.state.ServiceState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The one small record that says everything of a service. */
public final class Scorecards {
  private Scorecards() {}

  /**
   * Of one service.
   *
   * @param standards in the service's order
   * @param noise of its last closed week of alerts, absent while there is none
   * @param spoken the received time or deadline that caused it
   */
  public static Scorecard of(
      Rulebook rulebook,
      ServiceState state,
      Collection<StandardScore> standards,
      List<SloScore> slos,
      @Nullable NoiseScore noise,
      Deploys deploys,
      Instant spoken) {
    Service service = rulebook.service();
    ChangeFigures.Changes changes = deploys.figures().changes();
    ChangeFigures.Recoveries recoveries = deploys.figures().recoveries();
    return Scorecard.newBuilder()
        .setService(service.name())
        .setOwner(service.owner())
        .setSystem(service.system())
        .setTier(service.tier())
        .setLifecycle(Lifecycle.valueOf(service.lifecycle().name()))
        .setLaunch(service.launch())
        .setTraits(List.copyOf(new TreeSet<>(service.traits())))
        .setRotation(service.rotation() == null ? null : service.rotation().name())
        .setClock(state.clock())
        .setSpoken(spoken)
        .setDefinition(state.definition().orElseThrow().hash())
        .setSlos(slos)
        .setNoise(noise)
        .setStandards(standards.stream().map(Scorecards::standard).toList())
        .setChanges(state.changes().stream().map(Scorecards::change).toList())
        .setLastDeploys(deploys.last())
        .setChangeFailureRate(new Fraction(changes.failed(), changes.all()))
        .setChangeFailuresInferred(changes.inferred())
        .setRecoveryTimeMillis(new Fraction(recoveries.took().toMillis(), recoveries.over()))
        .setRecoveriesInferred(recoveries.inferred())
        .setRecoveriesOpen(recoveries.open())
        .build();
  }

  private static dev.muster.schemas.judgement.StandardScore standard(StandardScore score) {
    return dev.muster.schemas.judgement.StandardScore.newBuilder()
        .setStandard(score.rule().standard().id())
        .setLevel(score.rule().level())
        .setDefinition(score.rule().hash() == null ? "" : score.rule().hash())
        .setVerdict(Verdict.valueOf(score.verdict().name()))
        .setUpcomingFrom(score.upcoming() ? day(score.rule().from()) : null)
        .setApply(score.score().apply())
        .setPassed(score.score().passed())
        .setWaived(score.score().waived())
        .setOnPersonsWord(score.score().onPersonsWord())
        .setGates(gates(score))
        .setLevels(levels(score))
        .setSequence(score.rule().standard().sequence())
        .build();
  }

  private static List<LevelVerdict> levels(StandardScore score) {
    List<String> levels = score.rule().standard().levels();
    return levels.size() == 1
        ? List.of()
        : levels.stream()
            .map(level -> new LevelVerdict(level, Verdict.valueOf(score.verdict(level).name())))
            .toList();
  }

  private static @Nullable LocalDate day(@Nullable Instant from) {
    return from == null ? null : LocalDate.ofInstant(from, ZoneOffset.UTC);
  }

  /** Standings are in the standard's order. */
  private static List<GateScore> gates(StandardScore score) {
    List<String> levels = score.rule().standard().levels();
    List<GateScore> gates = new ArrayList<>(score.gates().size());
    for (Gate gate : score.rule().standard().gates()) {
      gates.add(gate(gate, score.gates().get(gates.size()), levels));
    }
    return gates;
  }

  private static GateScore gate(Gate gate, GateStanding standing, List<String> levels) {
    Finding finding = standing.finding();
    Evidence evidence = finding.evidence();
    return GateScore.newBuilder()
        .setGate(gate.id())
        .setCategory(gate.category())
        .setLevel(gate.level())
        .setRaw(GateJudgements.status(standing.raw()))
        .setEffective(GateJudgements.status(standing.effective()))
        .setReason(finding.reason().code().name())
        .setReasonValues(finding.reason().values())
        .setSince(standing.since())
        .setExpires(finding.expires())
        .setEvidenceId(evidence == null ? null : evidence.origin().id())
        .setWaiverId(standing.waived() == null ? null : standing.waived().id())
        .setWaiverExpires(standing.waived() == null ? null : standing.waived().until())
        .setProof(Proof.valueOf(standing.proof().name()))
        .setEntries(
            standing.effective() == Status.NOT_APPLICABLE
                ? List.of()
                : EntryScores.of(standing.entries(), levels))
        .build();
  }

  private static ScoreChange change(Change change) {
    return ScoreChange.newBuilder()
        .setWhat(change.what())
        .setFrom(change.from())
        .setTo(change.to())
        .setAt(change.at())
        .build();
  }
}
