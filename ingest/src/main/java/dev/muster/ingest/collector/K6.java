package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.core.catalogue.Service;
import dev.muster.schemas.fact.ScanOutcome;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** k6's summary with its exit code, since a script that throws leaves every threshold ok. */
final class K6 implements Collector {
  /** Thresholds were crossed (k6's errext/exitcodes). */
  private static final int CROSSED = 99;

  @Override
  public String tool() {
    return "k6";
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    OptionalInt exit = upload.exit();
    byte[] body = incoming.bytes();
    boolean broke = exit.isPresent() && exit.getAsInt() != 0 && exit.getAsInt() != CROSSED;
    // A script that breaks leaves no summary.
    JsonNode json =
        broke && body.length == 0
            ? Json.object().set("metrics", Json.object())
            : Json.parse(body, "", upload.errors()).orElse(MissingNode.getInstance());
    if (upload.isFine()) {
      K6Summary summary = K6Summary.of(json, upload.errors());
      OptionalDouble peak = peak(upload);
      ReportTime time = upload.time(MissingNode.getInstance(), "");
      if (upload.isFine()) {
        ScanFact fact = new ScanFact(upload, upload.check("load-test"));
        summary.p95Millis().ifPresent(millis -> fact.value("p95Millis", millis));
        OptionalDouble good = summary.goodPerSecond();
        good.ifPresent(rate -> fact.value("goodPerSecond", rate));
        if (good.isPresent() && peak.isPresent()) {
          fact.value("peakRatio", good.getAsDouble() / peak.getAsDouble());
        }
        fact.value("thresholds", summary.thresholds())
            .value("thresholdsFailed", summary.failed())
            .ended(broke ? ScanOutcome.ERROR : outcome(upload, summary, exit), time);
      }
    }
    return upload.reading();
  }

  /** The URL's, else the catalogue's; without either there is no ratio to tell. */
  private static OptionalDouble peak(Upload upload) {
    String given = upload.incoming().parameter("peak").orElse("");
    if (given.matches("\\d{1,9}(\\.\\d{1,6})?") && Double.parseDouble(given) > 0) {
      return OptionalDouble.of(Double.parseDouble(given));
    } else if (!given.isEmpty()) {
      upload.errors().add("?peak", "requests in a second, more than 0", "something else");
    }
    Service service =
        upload.incoming().known().services().get(upload.incoming().service().orElse(""));
    Double known = service == null ? null : service.peakPerSecond();
    return known == null || known <= 0 ? OptionalDouble.empty() : OptionalDouble.of(known);
  }

  private static ScanOutcome outcome(Upload upload, K6Summary summary, OptionalInt exit) {
    if (summary.failed() > 0 || exit.orElse(0) == CROSSED) {
      return ScanOutcome.FAILED;
    } else if (summary.count("iterations") < 1 || summary.count("http_reqs") < 1) {
      upload.reading().warn("No iteration ended with a request: nothing was tried.");
      return ScanOutcome.INCONCLUSIVE;
    } else if (summary.thresholds() == 0) {
      upload.reading().warn("The script sets no thresholds, so nothing could fail: add some.");
      return ScanOutcome.INCONCLUSIVE;
    } else if (exit.isEmpty()) {
      upload
          .reading()
          .warn("Give ?exit= with k6's exit code: without it a script that broke looks the same.");
      return ScanOutcome.INCONCLUSIVE;
    }
    return ScanOutcome.PASSED;
  }
}
