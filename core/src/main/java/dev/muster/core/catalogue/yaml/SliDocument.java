package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Indicator;

/** What an indicator was found to be. */
sealed interface SliDocument {

  /** Of counts, or a share. */
  record Ratio(Indicator indicator) implements SliDocument {}

  /** Of values held against a threshold, which nothing here can judge. */
  record Threshold(Place place) implements SliDocument {
    static final String EXPECTED = "a ratioMetric";
    static final String ADVICE =
        "thresholds are not judged yet; count what is on the good side of it (for latency, the"
            + " histogram's bucket) as good, all as total";
  }
}
