package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Slo;
import java.util.List;
import java.util.Optional;

/**
 * An SLO as written.
 *
 * @param slos one for each objective, their indicator looked up later where it is another document
 * @param indicatorRef that document, absent where the indicator is inline or not said
 */
record SloDocument(String service, List<Slo> slos, Optional<IndicatorRef> indicatorRef) {

  /** Which SLI, and where that is said. */
  record IndicatorRef(String sli, Place place, String path) {}
}
