package dev.muster.streams.noise;

import dev.muster.core.alert.noise.Confirmation;
import dev.muster.core.slo.SloPast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The SLOs of a service as witnesses of its alerts: what one of them says is said. */
public final class Budgets implements Confirmation {
  private final List<SloPast> pasts;

  /** Of the moment: what is read for an answer is held for the next. */
  public Budgets(List<SloPast> pasts) {
    this.pasts = List.copyOf(pasts);
  }

  @Override
  public boolean confirms(Instant from, Instant to) {
    return pasts.stream().anyMatch(past -> past.confirms(from, to));
  }

  @Override
  public boolean measured(Instant from, Instant to) {
    double minutes = Duration.between(from, to).toMinutes() * MEASURED;
    return pasts.stream().anyMatch(past -> past.sampled(from, to) >= minutes);
  }

  @Override
  public List<Span> paging(Instant from, Instant to) {
    List<Span> all = new ArrayList<>();
    for (SloPast past : pasts) {
      past.paging(from, to).forEach(span -> all.add(new Span(span.from(), span.to())));
    }
    all.sort(Comparator.comparing(Span::from));
    List<Span> apart = new ArrayList<>();
    for (Span span : all) {
      int last = apart.size() - 1;
      if (last >= 0 && !span.from().isAfter(apart.get(last).to())) {
        Instant end = apart.get(last).to();
        apart.set(last, new Span(apart.get(last).from(), end.isAfter(span.to()) ? end : span.to()));
      } else {
        apart.add(span);
      }
    }
    return apart;
  }

  /** Where no SLO is measured nothing can be asked, and what was found before stands. */
  @Override
  public Instant reach() {
    return pasts.stream().map(SloPast::reach).min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }
}
