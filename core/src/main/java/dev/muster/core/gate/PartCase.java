package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.gate.Candidate.Word;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry for one dataset, target or, where there is no such thing, the service. */
final class PartCase {
  private final @Nullable String part;
  private final List<Candidate> newestFirst;
  private final Freshness freshness;
  private final Span span;

  PartCase(@Nullable String part, List<Candidate> newestFirst, Freshness freshness, Span span) {
    this.part = part;
    this.newestFirst = newestFirst;
    this.freshness = freshness;
    this.span = span;
  }

  /**
   * What decides at an instant.
   *
   * @param candidate the event that decides
   * @param nothings newer events that proved nothing
   * @param againsts newer events that failed, where they do not contradict
   */
  private record Decision(Status status, Candidate candidate, int nothings, int againsts) {}

  /** The newest event of it that had happened, and was about what ran then. */
  @Nullable Candidate newest(Instant instant) {
    for (Candidate candidate : newestFirst) {
      if (candidate.counts(instant)) {
        return candidate;
      }
    }
    return null;
  }

  /** All events of it. */
  Stream<Evidence> events() {
    return newestFirst.stream().map(Candidate::event);
  }

  /** Whether it was seen in the last two freshness times. */
  boolean seen(Instant instant) {
    Candidate newest = newest(instant);
    return newest != null && instant.isBefore(newest.acts().plus(span.remembered()));
  }

  /** Whether what was seen hangs on what is deployed. */
  boolean hangsOnDeploys() {
    return newestFirst.stream().anyMatch(Candidate::hangsOnDeploys);
  }

  /** Says when it may have turned, or may turn. */
  void turns(Case.Turns turns) {
    for (Candidate candidate : newestFirst) {
      Instant end = candidate.event().time().plus(span.limit());
      turns.add(candidate.acts());
      turns.add(end);
      if (!(freshness instanceof Freshness.NoneWithin)) {
        turns.add(end.minus(span.warning()));
        turns.add(candidate.acts().plus(span.remembered()));
      }
    }
  }

  /** Says when it may turn after an instant if nothing happens. */
  void turnsAfter(Instant instant, Case.Turns turns) {
    if (freshness instanceof Freshness.NoneWithin) {
      newestFirst.stream()
          .filter(candidate -> candidate.counts(instant))
          .forEach(candidate -> turns.add(candidate.event().time().plus(span.limit())));
      return;
    }
    Decision decision = decide(instant);
    Candidate newest = newest(instant);
    if (decision == null || newest == null) {
      return;
    }
    turns.add(newest.acts().plus(span.remembered()));
    if (decision.candidate().is(Word.PROVES)) {
      Instant end = decision.candidate().event().time().plus(span.limit());
      turns.add(end.minus(span.warning()));
      turns.add(end);
    }
  }

  /** Its status; absent when nothing that counts was seen. */
  @Nullable Status status(Instant instant) {
    Decision decision = decide(instant);
    return decision == null ? null : decision.status();
  }

  private @Nullable Decision decide(Instant instant) {
    Candidate nothing = null;
    Candidate against = null;
    int nothings = 0;
    int againsts = 0;
    for (Candidate candidate : newestFirst) {
      if (!candidate.counts(instant)) {
        continue;
      }
      switch (candidate.word()) {
        case PROVES -> {
          return new Decision(proven(candidate, instant), candidate, nothings, againsts);
        }
        case NOTHING -> {
          nothing = nothing == null ? candidate : nothing;
          nothings++;
        }
        case CONTRADICTS, CANNOT_SAY -> {
          against = against == null ? candidate : against;
          againsts++;
          if (freshness instanceof Freshness.Newest) {
            return contradicted(candidate, nothings);
          }
        }
      }
    }
    if (against != null) {
      return contradicted(against, nothings);
    }
    return nothing == null ? null : new Decision(Status.MISSING, nothing, nothings, 0);
  }

  private static Decision contradicted(Candidate candidate, int nothings) {
    Status status = candidate.is(Word.CANNOT_SAY) ? Status.CANNOT_JUDGE : Status.FAIL;
    return new Decision(status, candidate, nothings, 0);
  }

  private Status proven(Candidate candidate, Instant instant) {
    Instant end = candidate.event().time().plus(span.limit());
    if (!instant.isBefore(end)) {
      return Status.STALE;
    }
    return instant.isBefore(end.minus(span.warning())) ? Status.PASS : Status.EXPIRING;
  }

  /** Where it stands and why; empty when nothing that counts was seen. */
  Optional<Finding> at(Instant instant) {
    return Optional.ofNullable(decide(instant)).map(this::finding);
  }

  private Finding finding(Decision decision) {
    Candidate candidate = decision.candidate();
    Instant time = candidate.event().time();
    Reason reason =
        decision.status() == Status.STALE
            ? Reason.of(Reason.Code.TOO_OLD, "limit", span.limit().toString())
            : candidate.ruling().reason();
    reason = reason.with("time", time.toString());
    if (candidate.event() instanceof ScanEvidence scan && scan.attester() != null) {
      reason = reason.with("by", scan.attester());
    }
    if (decision.nothings() > 0) {
      reason = reason.with("runs", "" + decision.nothings());
    }
    if (decision.againsts() > 0) {
      reason = reason.with("failures", "" + decision.againsts());
    }
    if (!candidate.is(Word.PROVES)) {
      return new Finding(decision.status(), reason, null, candidate.event(), part);
    }
    Instant end = time.plus(span.limit());
    return new Finding(
        decision.status(), reason.with("expires", end.toString()), end, candidate.event(), part);
  }

  /** The worst of what happened inside the limit; empty when nothing did. */
  Optional<Finding> inside(Instant instant) {
    return newestFirst.stream()
        .filter(candidate -> candidate.counts(instant))
        .filter(candidate -> instant.isBefore(candidate.event().time().plus(span.limit())))
        .flatMap(candidate -> inside(candidate).stream())
        .min(Comparator.comparing(Finding::status));
  }

  private Optional<Finding> inside(Candidate candidate) {
    Candidate.Ruling ruling = candidate.byMustAlone();
    Instant time = candidate.event().time();
    return switch (ruling.word()) {
      case PROVES -> {
        Reason reason = Reason.of(Reason.Code.SEEN_INSIDE, "limit", span.limit().toString());
        yield finding(Status.FAIL, reason.with("time", time.toString()), candidate);
      }
      case CANNOT_SAY -> finding(Status.CANNOT_JUDGE, ruling.reason(), candidate);
      case NOTHING -> finding(Status.MISSING, ruling.reason(), candidate);
      case CONTRADICTS -> Optional.empty();
    };
  }

  private Optional<Finding> finding(Status status, Reason reason, Candidate candidate) {
    Instant end = candidate.event().time().plus(span.limit());
    return Optional.of(new Finding(status, reason, end, candidate.event(), part));
  }
}
