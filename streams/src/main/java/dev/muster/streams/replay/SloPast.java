package dev.muster.streams.replay;

import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.BurnTier;
import dev.muster.streams.replay.Timeline.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alerts of one SLO. */
final class SloPast {
  private final Timeline<Alert> alerts = new Timeline<>();

  /**
   * Where its alert stood.
   *
   * @param tier absent while there is none
   * @param since when it opened
   */
  private record Alert(@Nullable BurnTier tier, @Nullable Instant since) {}

  void say(BurnJudgement judgement) {
    alerts.say(judgement.getSince(), new Alert(judgement.getTier(), judgement.getAlertSince()));
  }

  /** Times at the tier of a page. Each wakes somebody, also when one alert rises twice. */
  List<Call> pages(Instant from, Instant to) {
    return alerts.spans(Instant.EPOCH, to).stream()
        .filter(span -> span.what().tier() == BurnTier.PAGE)
        .map(span -> new Call(span.from(), span.to(), span.to().equals(to)))
        .filter(call -> call.to().isAfter(from))
        .toList();
  }

  /** Alerts that never paged. */
  List<Call> tickets(Instant from, Instant to) {
    List<Call> tickets = new ArrayList<>();
    List<Span<Alert>> spans = alerts.spans(Instant.EPOCH, to);
    for (int i = 0; i < spans.size(); i++) {
      Instant since = spans.get(i).what().since();
      int last = i;
      boolean paged = false;
      while (since != null && last < spans.size() && since.equals(spans.get(last).what().since())) {
        paged |= spans.get(last).what().tier() == BurnTier.PAGE;
        last++;
      }
      if (since != null && !paged) {
        Instant end = spans.get(last - 1).to();
        tickets.add(new Call(spans.get(i).from(), end, end.equals(to)));
      }
      i = Math.max(i, last - 1);
    }
    return tickets.stream().filter(call -> call.to().isAfter(from)).toList();
  }
}
