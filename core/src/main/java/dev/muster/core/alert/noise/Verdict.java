package dev.muster.core.alert.noise;

import dev.muster.core.alert.ProtectedClass;
import dev.muster.core.alert.Severity;
import dev.muster.core.alert.noise.NoiseReason.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the figures of a rule propose, and why; worded as a proposal to people. */
public record Verdict(NoiseVerdict what, NoiseReason reason) {
  /** An answered proposal stays away for so long. */
  public static final Duration AWAY = Duration.ofDays(56);

  /** Occurrences with a known answer below which nothing is proposed. */
  static final int ANSWERS = 3;

  /**
   * What a verdict is made from.
   *
   * @param severity when it last fired
   * @param windowFrom the beginning of the longer window
   * @param sourceSince when its source was first heard; absent: never
   * @param measured whether an SLO was measured for long enough to know the precision
   */
  record Case(
      String rule,
      Severity severity,
      Optional<ProtectedClass> protection,
      Tally tally,
      Instant windowFrom,
      Instant weekEnd,
      @Nullable Instant sourceSince,
      boolean measured) {
    Tally.Span week() {
      return tally.week();
    }

    Tally.Span month() {
      return tally.month();
    }

    boolean isPage() {
      return severity == Severity.PAGE;
    }
  }

  /** What was answered before, and how much there was of it then. */
  interface Answered {
    Optional<Answer> last(NoiseVerdict proposal);

    long then(Answer answer);
  }

  static Verdict of(Case rule, Answered answered) {
    Tally.Span month = rule.month();
    Optional<Verdict> settled = settled(rule);
    if (settled.isPresent()) {
      return settled.get().with(month);
    }
    Verdict left = null;
    for (Verdict proposal : proposals(rule, answered)) {
      Optional<Verdict> away = away(proposal, rule, answered);
      if (rule.protection().isPresent()) {
        return look(proposal, rule.protection().get()).with(month);
      } else if (away.isEmpty()) {
        return proposal.with(month);
      }
      left = left == null ? away.get() : left;
    }
    return (left == null ? keep(Code.NOTHING_APPLIES) : left).with(month);
  }

  /** Where nothing is proposed whatever the figures. */
  private static Optional<Verdict> settled(Case rule) {
    Tally.Span month = rule.month();
    long known = month.actedOn() + month.knownInaction();
    if (month.fired() == 0) {
      return Optional.of(lacking(Code.DID_NOT_FIRE));
    } else if (rule.sourceSince() == null || rule.sourceSince().isAfter(rule.windowFrom())) {
      Instant since = rule.sourceSince() == null ? rule.weekEnd() : rule.sourceSince();
      return Optional.of(lacking(Code.SOURCE_IS_NEW, "since", since));
    } else if (known < ANSWERS) {
      return Optional.of(lacking(Code.FEW_ANSWERS, "known", known));
    } else if (rule.isPage() && month.confirmed() > 0) {
      return Optional.of(keep(Code.CONFIRMED_PAGE, "confirmed", month.confirmed()));
    } else if (2 * month.actedOn() >= month.fired()) {
      return Optional.of(keep(Code.ACTED_ON));
    } else if (5 * month.confirmed() >= month.fired()) {
      return Optional.of(keep(Code.CONFIRMED, "confirmed", month.confirmed()));
    }
    return Optional.empty();
  }

  /** All that apply, in their order. */
  private static List<Verdict> proposals(Case rule, Answered answered) {
    Tally.Span week = rule.week();
    Tally.Span month = rule.month();
    List<Verdict> proposals = new ArrayList<>();
    if (!rule.isPage()
        && week.fired() > 3
        && week.days() >= 2
        && week.knownInaction() == week.fired()
        && week.confirmed() == 0) {
      proposals.add(
          propose(
              NoiseVerdict.SUPPRESS,
              Code.NOBODY_ACTED,
              "firedInWeek",
              week.fired(),
              "days",
              week.days()));
    }
    if (rule.isPage() && month.knownInaction() > 2 && 2 * month.knownInaction() >= month.fired()) {
      proposals.add(propose(NoiseVerdict.DOWNGRADE, Code.PAGED_FOR_NOTHING));
    }
    if (isNeverNeeded(rule) && (!rule.isPage() || wasDowngraded(rule, answered))) {
      proposals.add(
          propose(
              NoiseVerdict.DELETE,
              Code.NEVER_NEEDED,
              "days",
              month.days(),
              "classified",
              month.classified()));
    }
    if (2 * month.under300Seconds() > month.fired() && month.confirmed() == 0) {
      proposals.add(propose(NoiseVerdict.TUNE, Code.TOO_SHORT, "short", month.under300Seconds()));
    }
    return proposals;
  }

  private static boolean isNeverNeeded(Case rule) {
    Tally.Span month = rule.month();
    return month.fired() >= 5
        && month.days() >= 3
        && month.knownInaction() == month.fired()
        && rule.measured()
        && month.confirmed() == 0
        && 2 * month.classified() >= month.fired();
  }

  /** So long ago that all the window holds came after it. */
  private static boolean wasDowngraded(Case rule, Answered answered) {
    return answered
        .last(NoiseVerdict.DOWNGRADE)
        .filter(Answer::accepted)
        .filter(answer -> !answer.time().isAfter(rule.windowFrom()))
        .isPresent();
  }

  /** A declined proposal is made again earlier only when what it rests on has doubled. */
  private static Optional<Verdict> away(Verdict proposal, Case rule, Answered answered) {
    Optional<Answer> last = answered.last(proposal.what());
    if (last.isEmpty() || !last.get().time().plus(AWAY).isAfter(rule.weekEnd())) {
      return Optional.empty();
    }
    Answer answer = last.get();
    long then = answered.then(answer);
    if (!answer.accepted() && rule.tally().decides(proposal.what()) >= 2 * Math.max(1, then)) {
      return Optional.empty();
    }
    return Optional.of(
        keep(
            answer.accepted() ? Code.ACCEPTED : Code.DECLINED,
            "proposal",
            proposal.what(),
            "time",
            answer.time(),
            "until",
            answer.time().plus(AWAY),
            "twice",
            2 * Math.max(1, then)));
  }

  private static Verdict look(Verdict proposal, ProtectedClass why) {
    return new Verdict(
        NoiseVerdict.KEEP,
        new NoiseReason(Code.PROTECTED, proposal.reason().values())
            .with("proposal", proposal.what())
            .with("class", why));
  }

  private Verdict with(Tally.Span month) {
    return new Verdict(
        what,
        reason
            .with("fired", month.fired())
            .with("actedOn", month.actedOn())
            .with("knownInaction", month.knownInaction())
            .with("unknown", month.unknown()));
  }

  private static Verdict lacking(Code code, Object... values) {
    return propose(NoiseVerdict.INSUFFICIENT_DATA, code, values);
  }

  private static Verdict keep(Code code, Object... values) {
    return propose(NoiseVerdict.KEEP, code, values);
  }

  private static Verdict propose(NoiseVerdict what, Code code, Object... values) {
    return new Verdict(what, NoiseReason.of(code, values));
  }
}
