package dev.muster.streams.rotation;

import dev.muster.core.alert.rotation.RotationWeek;
import dev.muster.schemas.judgement.RotationJudgement;
import dev.muster.streams.noise.NoiseJudgements;
import dev.muster.streams.state.RotationWord.Closed;
import dev.muster.streams.state.RotationWord.Share;
import dev.muster.streams.state.ShareRows;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** Weeks of rotations as records. */
final class RotationJudgements {
  private RotationJudgements() {}

  /** As all its services are told; each is named in its own. */
  static RotationJudgement of(ShareRows.Key key, ShareRows.Sum sum) {
    RotationWeek week =
        RotationWeek.of(sum.rows().stream().map(ShareRows.Row::share).map(Share::share).toList());
    return RotationJudgement.newBuilder()
        .setRotation(key.rotation())
        .setService("")
        .setWeek(key.week().toString())
        .setSince(
            sum.rows().stream()
                .map(row -> row.share().since())
                .min(Comparator.naturalOrder())
                .orElseThrow())
        .setRevision(revision(sum))
        .setFired(week.fired())
        .setPages(week.pagesInAll())
        .setPagesByHour(NoiseJudgements.hours(week.pages()))
        .setUnjoined(week.unjoined())
        .setMostPagesPerShift(week.mostPagesPerShift())
        .setProposalsOpen(week.proposalsOpen())
        .setReviewedAt(
            sum.closed().stream().map(Closed::time).max(Comparator.naturalOrder()).orElse(null))
        .setDefinition(newest(sum).definition())
        .setSpoken(spoken(sum))
        .build();
  }

  /**
   * However the words of its services come in between each other, and however many of them are
   * summed at once, the last word has the same number.
   */
  static int revision(ShareRows.Sum sum) {
    return sum.rows().stream().mapToInt(ShareRows.Row::changes).sum() + sum.closed().size();
  }

  private static Share newest(ShareRows.Sum sum) {
    return sum.rows().stream()
        .map(ShareRows.Row::share)
        .max(Comparator.comparing(Share::spoken).thenComparing(Share::service))
        .orElseThrow();
  }

  private static Instant spoken(ShareRows.Sum sum) {
    return Stream.concat(
            sum.rows().stream().map(row -> row.share().spoken()),
            sum.closed().stream().map(Closed::spoken))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** What a re-run reproduces, and readers upsert by. */
  static String identity(RotationJudgement judgement) {
    return String.join(
        "|",
        judgement.getService(),
        judgement.getRotation(),
        judgement.getWeek(),
        judgement.getSince().toString(),
        Integer.toString(judgement.getRevision()));
  }
}
