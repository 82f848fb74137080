package dev.muster.app.end;

import java.time.Instant;
import java.util.Locale;

/** Facts as plain JSON, as people post them. */
final class Facts {
  private static final String SOURCE = "end/1";

  private Facts() {}

  static String scan(String id, String service, String check, String outcome, Instant time) {
    return """
        {"id":"%s","source":"%s","service":"%s","time":"%s","check":"%s","outcome":"%s",
         "ref":"main","environment":"prod"}"""
        .formatted(id, SOURCE, service, time, check, outcome);
  }

  static String scan(
      String id,
      String service,
      String check,
      String outcome,
      Instant time,
      String value,
      double is) {
    return """
        {"id":"%s","source":"%s","service":"%s","time":"%s","check":"%s","outcome":"%s",
         "ref":"main","environment":"prod","values":{"%s":%s}}"""
        .formatted(
            id,
            SOURCE,
            service,
            time,
            check,
            outcome,
            value,
            String.format(Locale.ROOT, "%.2f", is));
  }

  static String backup(
      String id, String service, String operation, String outcome, String dataset, Instant time) {
    return """
        {"id":"%s","source":"%s","service":"%s","time":"%s","operation":"%s","outcome":"%s",
         "dataset":"%s","scope":"FULL","verifiedBy":"CHECKSUM"}"""
        .formatted(id, SOURCE, service, time, operation, outcome, dataset);
  }

  /** A whole, verified restore of {@code orders-db}, ended now. */
  static String restore(String id, String service, String outcome) {
    return backup(id, service, "RESTORE", outcome, "orders-db", Instant.now());
  }

  static String deploy(String id, String service, String outcome, Instant time) {
    return """
        {"id":"%s","source":"%s","service":"%s","time":"%s","environment":"prod",
         "strategy":"ROLLING","trigger":"PIPELINE","outcome":"%s","deploymentId":"%s"}"""
        .formatted(id, SOURCE, service, time, outcome, id);
  }

  /** Counts of the minute before an instant. */
  static String sample(String id, String service, String slo, Instant to, long good, long total) {
    return """
        {"id":"%s","source":"%s","service":"%s","slo":"%s","time":"%s","from":"%s","to":"%s",
         "good":%d,"total":%d}"""
        .formatted(id, SOURCE, service, slo, to, to.minusSeconds(60), to, good, total);
  }

  /** A step of an alert that began a minute before it. */
  static String alert(String id, String service, String rule, String state, Instant time) {
    return """
        {"id":"%s","source":"%s","service":"%s","rule":"%s","fingerprint":"%s","time":"%s",
         "startedAt":"%s","severity":"PAGE","environment":"prod","state":"%s"}"""
        .formatted(id, SOURCE, service, rule, rule, time, time.minusSeconds(60), state);
  }
}
