package dev.muster.app.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Builds facts with ids that count up by what they are about, so that one seed gives one story. */
final class Facts {
  private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

  private final Map<String, Integer> counts = new HashMap<>();
  private final String prefix;

  /**
   * @param prefix what every id begins with
   */
  Facts(String prefix) {
    this.prefix = prefix;
  }

  /** Of a branch or of production; an answer without its values. */
  Told scan(String service, Habit habit, Instant time, String outcome) {
    ObjectNode fact = scan("service", service, habit, time, outcome);
    if (habit.inProduction()) {
      fact.put("environment", "production").put("target", service + ".example.org");
    } else {
      fact.put("ref", "main").put("target", "acme/" + service);
    }
    return told("scan", time, fact);
  }

  /** About a rotation, a system or the organisation. */
  Told review(String subject, Habit habit, Instant time) {
    ObjectNode fact =
        scan("subject", subject, habit, time, "PASSED").put("environment", "production");
    return told("scan", time, fact);
  }

  private ObjectNode scan(String about, String name, Habit habit, Instant time, String outcome) {
    ObjectNode fact =
        base("ci", name + "-" + habit.check(), time)
            .put(about, name)
            .put("check", habit.check())
            .put("outcome", outcome);
    if (!habit.values().isEmpty()) {
      ObjectNode values = fact.putObject("values");
      habit.values().forEach(values::put);
    }
    return fact;
  }

  Told backup(String service, String dataset, String operation, Instant time, String outcome) {
    boolean restore = operation.equals("RESTORE");
    ObjectNode fact =
        base("restic", service + "-" + operation, time)
            .put("service", service)
            .put("dataset", dataset)
            .put("operation", operation)
            .put("outcome", outcome)
            .put("scope", "FULL")
            .put("verifiedBy", restore ? "CHECKSUM" : "NONE")
            .put("bytes", 48_000_000_000L)
            .put("durationMillis", restore ? 2_400_000L : 540_000L)
            .put("recoveryPoint", time.minus(Duration.ofHours(restore ? 6 : 0)).toString())
            .put("encrypted", true)
            .put("region", restore ? "eu-west-1" : "eu-central-1")
            .put("oldestKept", time.minus(Duration.ofDays(35)).toString());
    return told("backup", time, fact);
  }

  /** One step of a deployment to production. */
  Told deploy(String service, String deployment, String trigger, Instant time, String outcome) {
    ObjectNode fact =
        base(trigger.equals("MANUAL") ? "shell" : "ci", deployment + "-" + outcome, time)
            .put("service", service)
            .put("environment", "production")
            .put("deploymentId", deployment)
            .put("version", deployment.substring(service.length() + 1))
            .put("trigger", trigger)
            .put("outcome", outcome);
    return told("deploy", time, fact);
  }

  Told sample(String service, Instant from, Instant to, long good, long total) {
    ObjectNode fact =
        base("prometheus", service + "-sli", to)
            .put("service", service)
            .put("slo", service + "-availability")
            .put("from", from.toString())
            .put("to", to.toString())
            .put("good", good)
            .put("total", total);
    return told("sli", to, fact);
  }

  /** One step of a page's episode. */
  Told page(
      String service, String rotation, String incident, Instant began, Instant time, String state) {
    ObjectNode fact =
        base("pagerduty", incident + "-" + state, time)
            .put("service", service)
            .put("rule", "HighErrorRate")
            .put("fingerprint", service + "-errors")
            .put("incidentId", incident)
            .put("startedAt", began.toString())
            .put("environment", "production")
            .put("severity", "PAGE")
            .put("urgency", "HIGH")
            .put("state", state)
            .put("rotation", rotation)
            .put("runbook", "https://runbooks.example.org/" + service + "/errors");
    return told(
        "alert", time, state.equals("ACKNOWLEDGED") ? fact.put("by", "ann@example.org") : fact);
  }

  private ObjectNode base(String tool, String about, Instant time) {
    int count = counts.merge(about, 1, Integer::sum);
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", prefix + "-" + about + "-" + count)
        .put("source", tool + "/demo")
        .put("time", time.toString());
  }

  private static Told told(String kind, Instant time, ObjectNode fact) {
    return new Told(time.plus(ON_THE_WAY), kind, fact);
  }
}
