package dev.muster.streams.noise;

import dev.muster.core.alert.book.Settled.Word;
import dev.muster.core.alert.book.WeekScore;
import dev.muster.core.alert.noise.HourClass;
import dev.muster.core.alert.noise.NoiseFigures;
import dev.muster.core.alert.noise.NoiseSentences;
import dev.muster.core.alert.noise.RuleWeek;
import dev.muster.core.gate.Origin;
import dev.muster.schemas.fact.NoiseVerdict;
import dev.muster.schemas.fact.Severity;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.schemas.judgement.HourCounts;
import dev.muster.schemas.judgement.NoiseFlag;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.schemas.judgement.NoiseScore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Weeks of alerts as records. The names of the enums are the same on both sides. */
public final class NoiseJudgements {
  private NoiseJudgements() {}

  /**
   * One rule's week.
   *
   * @param definition hash of the service entry
   */
  public static NoiseJudgement of(
      String service, Word<RuleWeek> word, String definition, Instant spoken) {
    RuleWeek rule = word.what();
    NoiseFigures figures = rule.figures();
    return NoiseJudgement.newBuilder()
        .setService(service)
        .setRule(rule.rule())
        .setWeek(word.week().toString())
        .setSince(word.from())
        .setRevision(word.revision())
        .setRevisionReason(word.why() == null ? null : NoiseSentences.of(word.why()))
        .setRotation(rule.rotation())
        .setSeverity(Severity.valueOf(rule.severity().name()))
        .setFired(figures.fired())
        .setEpisodes(figures.episodes())
        .setPages(figures.pagesInAll())
        .setPagesByHour(hours(figures.pages()))
        .setAcknowledged(figures.acknowledged())
        .setActedOn(figures.actedOn())
        .setKnownInaction(figures.knownInaction())
        .setUnknownAction(figures.unknownAction())
        .setConfirmed(figures.confirmed())
        .setAutoResolved(figures.autoResolved())
        .setUnder300Seconds(figures.under300Seconds())
        .setSilenced(figures.silenced())
        .setOpenAtEnd(figures.openAtEnd())
        .setMedianDurationMillis(millis(figures.median()))
        .setLongestDurationMillis(millis(figures.longest()))
        .setTimeToAcknowledgeMillis(figures.timeToAcknowledge().toMillis())
        .setTimeToResolveMillis(figures.timeToResolve().toMillis())
        .setResolved(figures.resolved())
        .setFlags(
            new TreeSet<>(rule.flags())
                .stream().map(flag -> NoiseFlag.valueOf(flag.name())).toList())
        .setVerdict(NoiseVerdict.valueOf(rule.verdict().what().name()))
        .setProtectedRule(rule.protectedRule())
        .setReason(rule.verdict().reason().code().name())
        .setReasonValues(rule.verdict().reason().values())
        .setDefinition(definition)
        .setEvidence(evidence(rule.newest()))
        .setSpoken(spoken)
        .build();
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis();
  }

  /** Counts by the class of the hour. */
  public static HourCounts hours(Map<HourClass, Long> hours) {
    return HourCounts.newBuilder()
        .setBusiness(hours.getOrDefault(HourClass.BUSINESS, 0L))
        .setOff(hours.getOrDefault(HourClass.OFF, 0L))
        .setSleep(hours.getOrDefault(HourClass.SLEEP, 0L))
        .build();
  }

  private static @Nullable Evidence evidence(@Nullable Origin origin) {
    return origin == null
        ? null
        : Evidence.newBuilder()
            .setTopic(origin.position().topic())
            .setPartition(origin.position().partition())
            .setOffset(origin.position().offset())
            .setSource(origin.source())
            .setId(origin.id())
            .setTime(origin.time())
            .build();
  }

  /** What a re-run reproduces, and readers upsert by. */
  public static String identity(NoiseJudgement judgement) {
    return String.join(
        "|",
        judgement.getService(),
        judgement.getRule(),
        judgement.getWeek(),
        judgement.getSince().toString(),
        Integer.toString(judgement.getRevision()));
  }

  /** The last closed week in one line. */
  public static NoiseScore score(WeekScore score) {
    return NoiseScore.newBuilder()
        .setWeek(score.week().toString())
        .setFired(score.fired())
        .setPages(score.pages())
        .setActedOn(score.actedOn())
        .setKnownInaction(score.knownInaction())
        .setUnknownAction(score.unknownAction())
        .setProposalsOpen(score.proposalsOpen())
        .build();
  }
}
