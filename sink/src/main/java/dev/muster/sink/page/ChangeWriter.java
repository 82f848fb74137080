package dev.muster.sink.page;

import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.sink.page.ServicePage.Change;
import org.jspecify.annotations.Nullable;

/** Says the changes of a scorecard in words: of standards, gates, SLOs and their alerts. */
record ChangeWriter(Times times) {

  Change change(ScoreChange change) {
    String what = change.getWhat();
    String[] path = what.split("/", 3);
    return switch (path[0]) {
      case "slo" -> slo(change, what.substring("slo/".length()));
      case "alert" -> alert(change, what.substring("alert/".length()));
      default -> gate(change, path);
    };
  }

  private Change gate(ScoreChange change, String[] path) {
    boolean gate = path.length == 3;
    boolean standard = path[0].equals("standard");
    return new Change(
        times.moment(change.getAt()),
        path[path.length - 1],
        gate ? path[1] : null,
        gate ? '#' + path[1] + '.' + path[2] : standard ? '#' + path[1] : null,
        Words.mark(change.getTo()),
        Words.plain(change.getFrom()),
        Words.plain(change.getTo()));
  }

  private Change slo(ScoreChange change, String slo) {
    return new Change(
        times.moment(change.getAt()),
        slo,
        "SLO",
        '#' + SloWriter.anchor(slo),
        SloWords.health(change.getTo()).map(SloWords::mark).orElse(null),
        health(change.getFrom()),
        health(change.getTo()));
  }

  private static String health(@Nullable String word) {
    return SloWords.health(word).map(SloWords::of).orElseGet(() -> Words.plain(word));
  }

  private Change alert(ScoreChange change, String slo) {
    return new Change(
        times.moment(change.getAt()),
        slo,
        "alert",
        '#' + SloWriter.anchor(slo),
        change.getTo() == null
            ? Mark.ASIDE
            : SloWords.tier(change.getTo()).map(SloWords::mark).orElse(null),
        tier(change.getFrom()),
        tier(change.getTo()));
  }

  private static String tier(@Nullable String word) {
    return word == null
        ? "No alert"
        : SloWords.tier(word).map(SloWords::of).orElseGet(() -> Words.plain(word));
  }
}
