package dev.muster.app.replay;

import dev.muster.core.alert.noise.NoiseSentences;
import dev.muster.core.scorecard.BurnSentences;
import dev.muster.core.scorecard.Sentences;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.BurnState;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.streams.replay.Calls;
import dev.muster.streams.replay.History;
import dev.muster.streams.replay.Judgement;
import java.util.ArrayList;
import java.util.List;

/** What was judged, a line for each judgement. */
final class HistoryTable {
  private static final String ROW = "%-20s  %-20s  %-32s  %-22s  %-20s  %s";

  private HistoryTable() {}

  static List<String> lines(History history) {
    List<Judgement> spoken = history.spoken();
    List<String> lines = new ArrayList<>();
    if (!spoken.isEmpty()) {
      lines.add(row("SPOKEN", "SERVICE", "GATE, SLO OR ALERT", "BECAME", "SINCE", "WHY"));
      spoken.forEach(one -> lines.add(row(one)));
    }
    lines.add(
        "From %s to %s: %s; %s, %s."
            .formatted(
                Lines.second(history.asked().from()),
                Lines.second(history.asked().to()),
                spoken.isEmpty() ? "no judgements" : spoken.size() + " judgements",
                history.pages().equals(Calls.NONE)
                    ? "no page"
                    : "paged " + Lines.times(history.pages()),
                Lines.tickets(history.tickets())));
    return lines;
  }

  private static String row(Judgement judgement) {
    if (judgement instanceof Judgement.OfGate gate) {
      GateJudgement of = gate.record();
      return row(
          Lines.second(of.getSpoken()),
          of.getService(),
          of.getStandard() + '/' + of.getGate(),
          of.getEffective().toString(),
          Lines.second(of.getSince()),
          Sentences.of(of.getReason(), of.getReasonValues()));
    }
    if (judgement instanceof Judgement.OfRule rule) {
      NoiseJudgement of = rule.record();
      return row(
          Lines.second(of.getSpoken()),
          of.getService(),
          "alert " + of.getRule(),
          of.getVerdict() + ", " + Lines.pages(of.getPages()),
          Lines.second(of.getSince()),
          NoiseSentences.of(of.getReason(), of.getReasonValues()));
    }
    BurnJudgement of = ((Judgement.OfSlo) judgement).record();
    return row(
        Lines.second(of.getSpoken()),
        of.getService(),
        "slo " + of.getSlo(),
        of.getHealth() + alert(of),
        Lines.second(of.getSince()),
        BurnSentences.of(of.getReason(), of.getReasonValues()));
  }

  private static String alert(BurnJudgement of) {
    if (of.getTier() == null) {
      return of.getState() == BurnState.RESOLVED ? ", resolved" : "";
    }
    return ", " + of.getTier() + (of.getState() == BurnState.FROZEN ? " frozen" : "");
  }

  private static String row(Object... cells) {
    return ROW.formatted(cells).stripTrailing();
  }
}
