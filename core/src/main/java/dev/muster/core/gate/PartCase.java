package dev.muster.core.gate;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.gate.Candidate.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry for one dataset, target or, where there is no such thing, the service. */
final class PartCase {
  private static final Duration DAY = Duration.ofDays(1);

  private final @Nullable String part;
  private final List<Candidate> newestFirst;
  private final Freshness freshness;
  private final Duration limit;

  PartCase(
      @Nullable String part,
      List<Candidate> newestFirst,
      Freshness freshness,
      @Nullable Dataset dataset) {
    this.part = part;
    this.newestFirst = newestFirst;
    this.freshness = freshness;
    this.limit = limit(freshness, dataset);
  }

  private static Duration limit(Freshness freshness, @Nullable Dataset dataset) {
    if (freshness instanceof Freshness.Newest newest) {
      return newest.limit();
    }
    if (freshness instanceof Freshness.Within within) {
      return within.limit();
    }
    if (freshness instanceof Freshness.NoneWithin none) {
      return none.limit();
    }
    Duration rpo = dataset == null ? Dataset.DEFAULT_RPO : dataset.rpo();
    return rpo.multipliedBy(((Freshness.WithinRpo) freshness).times());
  }

  /** How long before its end a proof is said to run out. */
  static Duration warning(Duration freshness) {
    Duration tenth = freshness.dividedBy(10);
    Duration long_ = tenth.compareTo(DAY) > 0 ? tenth : DAY;
    Duration quarter = freshness.dividedBy(4);
    return long_.compareTo(quarter) < 0 ? long_ : quarter;
  }

  /** The newest event of it that had happened, and was about what ran then. */
  Optional<Candidate> newest(Instant instant) {
    return newestFirst.stream().filter(candidate -> candidate.counts(instant)).findFirst();
  }

  /** All events of it. */
  Stream<Evidence> events() {
    return newestFirst.stream().map(Candidate::event);
  }

  /** Whether it was seen in the last two freshness times. */
  boolean seen(Instant instant) {
    return newest(instant)
        .filter(candidate -> instant.isBefore(candidate.event().acts().plus(remembered())))
        .isPresent();
  }

  private Duration remembered() {
    Duration twice = limit.multipliedBy(2);
    return twice.compareTo(Freshness.MAX) < 0 ? twice : Freshness.MAX;
  }

  void turns(Case.Turns turns) {
    for (Candidate candidate : newestFirst) {
      Evidence event = candidate.event();
      Instant end = event.time().plus(limit);
      turns.add(event.acts());
      turns.add(end);
      if (!(freshness instanceof Freshness.NoneWithin)) {
        turns.add(end.minus(warning(limit)));
        turns.add(event.acts().plus(remembered()));
      }
    }
  }

  /** Where it stands; empty when nothing that counts was seen. */
  Optional<Finding> at(Instant instant) {
    Candidate nothing = null;
    Candidate against = null;
    int nothings = 0;
    int againsts = 0;
    for (Candidate candidate : newestFirst) {
      if (!candidate.counts(instant)) {
        continue;
      }
      switch (candidate.ruling().word()) {
        case PROVES -> {
          return Optional.of(proven(candidate, instant, nothings, againsts));
        }
        case NOTHING -> {
          nothing = nothing == null ? candidate : nothing;
          nothings++;
        }
        case CONTRADICTS, CANNOT_SAY -> {
          if (freshness instanceof Freshness.Newest) {
            return Optional.of(contradicted(candidate, nothings));
          }
          against = against == null ? candidate : against;
          againsts++;
        }
      }
    }
    if (against != null) {
      return Optional.of(contradicted(against, nothings));
    }
    if (nothing == null) {
      return Optional.empty();
    }
    Reason reason = nothing.ruling().reason().with("runs", "" + nothings)
            .with("time", nothing.event().time().toString());
    return Optional.of(new Finding(Status.MISSING, reason, null, nothing.event(), part));
  }

  private Finding contradicted(Candidate candidate, int nothings) {
    Status status = candidate.is(Word.CANNOT_SAY) ? Status.CANNOT_JUDGE : Status.FAIL;
    Reason reason =
        since(candidate.ruling().reason(), nothings, 0)
            .with("time", candidate.event().time().toString());
    return new Finding(status, reason, null, candidate.event(), part);
  }

  private Finding proven(Candidate candidate, Instant instant, int nothings, int againsts) {
    Instant end = candidate.event().time().plus(limit);
    Status status =
        !instant.isBefore(end)
            ? Status.STALE
            : instant.isBefore(end.minus(warning(limit))) ? Status.PASS : Status.EXPIRING;
    Reason reason =
        status == Status.STALE
            ? Reason.of(Reason.Code.TOO_OLD, "limit", limit.toString())
            : candidate.ruling().reason();
    return new Finding(
        status,
        since(reason, nothings, againsts)
            .with("time", candidate.event().time().toString())
            .with("expires", end.toString()),
        end,
        candidate.event(),
        part);
  }

  private static Reason since(Reason reason, int nothings, int againsts) {
    Reason more = nothings == 0 ? reason : reason.with("runs", "" + nothings);
    return againsts == 0 ? more : more.with("failures", "" + againsts);
  }

  /** The worst of what happened inside the limit; empty when nothing did. */
  Optional<Finding> inside(Instant instant) {
    return newestFirst.stream()
        .filter(candidate -> candidate.counts(instant))
        .filter(candidate -> instant.isBefore(candidate.event().time().plus(limit)))
        .flatMap(candidate -> inside(candidate).stream())
        .min(Comparator.comparing(Finding::status));
  }

  private Optional<Finding> inside(Candidate candidate) {
    Candidate.Ruling ruling = candidate.byMustAlone();
    Instant time = candidate.event().time();
    Instant end = time.plus(limit);
    return switch (ruling.word()) {
      case PROVES -> {
        Reason reason = Reason.of(Reason.Code.SEEN_INSIDE, "limit", limit.toString());
        yield finding(Status.FAIL, reason.with("time", time.toString()), end, candidate);
      }
      case CANNOT_SAY -> finding(Status.CANNOT_JUDGE, ruling.reason(), end, candidate);
      case NOTHING -> finding(Status.MISSING, ruling.reason(), end, candidate);
      case CONTRADICTS -> Optional.empty();
    };
  }

  private Optional<Finding> finding(
      Status status, Reason reason, Instant end, Candidate candidate) {
    return Optional.of(new Finding(status, reason, end, candidate.event(), part));
  }
}
