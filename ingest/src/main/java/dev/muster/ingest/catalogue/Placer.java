package dev.muster.ingest.catalogue;

import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.catalogue.Service;
import dev.muster.core.slo.Slo;
import dev.muster.ingest.catalogue.Placement.Parked;
import dev.muster.ingest.catalogue.Placement.Reason;
import dev.muster.ingest.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a fact's place. */
public final class Placer {
  /** How far a sender's clock may be ahead of ours. */
  public static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  private Placer() {}

  public static Placement place(Fact fact, KnownServices known, Instant now) {
    if (fact.time().isAfter(now.plus(MOST_AHEAD))) {
      return parked(Reason.TIME_AHEAD, "time is more than 5 minutes ahead of now", null);
    } else if (fact.time().isBefore(now.minus(fact.kind().oldest()))) {
      long days = fact.kind().oldest().toDays();
      return parked(Reason.TIME_TOO_OLD, "time is more than " + days + " days ago", null);
    } else if (fact.subject().isPresent()) {
      return placed(fact, known);
    }
    return ofService(fact, known);
  }

  private static Placement ofService(Fact fact, KnownServices known) {
    String name = fact.service().orElse("");
    Service service = known.services().get(name);
    if (name.isEmpty()) {
      return parked(
          Reason.NO_SERVICE, "names no service: give the URL ?service=, or a label", null);
    } else if (service == null) {
      return parked(
          Reason.UNKNOWN_SERVICE,
          "the catalogue has no such service; kept, and placed by itself once it has",
          DidYouMean.nearest(name, known.services().keySet()).orElse(null));
    }
    Optional<String> slo = fact.text("slo").filter(given -> service.slo(given).isEmpty());
    if (slo.isPresent()) {
      return parked(
          Reason.UNKNOWN_SLO,
          "the service has no such SLO; kept, and placed by itself once the catalogue has it",
          DidYouMean.nearest(slo.get(), service.slos().stream().map(Slo::name).toList())
              .orElse(null));
    }
    return placed(fact, known);
  }

  /** An unknown check is no mistake: its standard may come later. */
  private static Placement placed(Fact fact, KnownServices known) {
    Optional<String> unasked =
        fact.text("check")
            .filter(check -> !known.checks().isEmpty() && !known.checks().contains(check));
    return new Placement.Placed(
        unasked.map(
            check ->
                "no standard asks for check \"%s\"%s"
                    .formatted(
                        check,
                        DidYouMean.nearest(check, known.checks())
                            .map(near -> "; did you mean " + near + '?')
                            .orElse(""))));
  }

  private static Parked parked(Reason reason, String detail, @Nullable String didYouMean) {
    return new Parked(reason, detail, Optional.ofNullable(didYouMean));
  }
}
