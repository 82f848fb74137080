package dev.muster.streams.burn;

import dev.muster.core.gate.Position;
import dev.muster.core.slo.BurnSaid;
import dev.muster.core.slo.BurnStanding;
import dev.muster.core.slo.Call;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.BurnPair;
import dev.muster.schemas.judgement.BurnState;
import dev.muster.schemas.judgement.BurnTier;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.schemas.judgement.SloHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is told of SLOs, as records. The names of the enums are the same on both sides. */
public final class BurnJudgements {
  private BurnJudgements() {}

  /**
   * What made it be told.
   *
   * @param definition hash of the service entry
   * @param evidence the newest sample in it, absent: a deadline or the catalogue decided
   */
  public record Cause(String definition, @Nullable Evidence evidence, Instant spoken) {}

  public static BurnJudgement of(String service, BurnSaid said, Cause cause) {
    BurnStanding standing = said.standing();
    return BurnJudgement.newBuilder()
        .setService(service)
        .setSlo(said.slo().name())
        .setSince(standing.since())
        .setRevision(Math.toIntExact(standing.revision()))
        .setHealth(SloHealth.valueOf(standing.health().name()))
        .setState(state(standing.call()))
        .setTier(standing.tier().map(tier -> BurnTier.valueOf(tier.name())).orElse(null))
        .setAlertSince(standing.call() instanceof Call.Open open ? open.since() : null)
        .setPairs(said.pairs().stream().map(BurnJudgements::pair).toList())
        .setGood(said.good())
        .setTotal(said.total())
        .setTarget(said.slo().target().doubleValue())
        .setBudgetLeft(boxed(said.budgetLeft()))
        .setTimeToExhaustionMillis(said.exhaustion().map(Duration::toMillis).orElse(null))
        .setMeasuredTo(said.measuredTo())
        .setReason(said.reason().code().name())
        // In order, so that the bytes are the same whichever process says it.
        .setReasonValues(new TreeMap<>(said.reason().values()))
        .setDefinition(cause.definition())
        .setEvidence(cause.evidence())
        .setSpoken(cause.spoken())
        .build();
  }

  /** The sample that decides. */
  public static Evidence evidence(SliSample sample, Position position) {
    return Evidence.newBuilder()
        .setTopic(position.topic())
        .setPartition(position.partition())
        .setOffset(position.offset())
        .setSource(sample.getSource())
        .setId(sample.getId())
        .setTime(sample.getTime())
        .build();
  }

  /** What a re-run reproduces, and readers upsert by. */
  public static String identity(BurnJudgement judgement) {
    return String.join(
        "|",
        judgement.getService(),
        judgement.getSlo(),
        judgement.getSince().toString(),
        Integer.toString(judgement.getRevision()));
  }

  private static BurnState state(Call call) {
    if (call instanceof Call.Open open) {
      return open.frozen() ? BurnState.FROZEN : BurnState.FIRING;
    }
    return call instanceof Call.Resolved ? BurnState.RESOLVED : BurnState.QUIET;
  }

  private static BurnPair pair(BurnSaid.Pair pair) {
    return BurnPair.newBuilder()
        .setTier(BurnTier.valueOf(pair.rule().tier().name()))
        .setLongMillis(pair.rule().longWindow().toMillis())
        .setShortMillis(pair.rule().shortWindow().toMillis())
        .setFactor(pair.factor())
        .setLongBurn(boxed(pair.longBurn()))
        .setShortBurn(boxed(pair.shortBurn()))
        .setHolds(pair.holds())
        .setShadow(pair.rule().shadow())
        .build();
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
