package dev.muster.app.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** Takes a deployment back. */
  Told rollback(String service, String taken, String version, Instant time, String outcome) {
    Told step = deploy(service, taken + "-back", "PIPELINE", time, outcome);
    step.fact().put("rollbackOf", taken).put("version", version);
    return step;
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

  /**
   * Something that rang.
   *
   * @param tool that told of it
   */
  record Alarm(
      String service,
      String rotation,
      String rule,
      String severity,
      String tool,
      String incident,
      Instant began) {}

  /**
   * One step of an alarm.
   *
   * @param by absent where nobody did it
   */
  Told alert(Alarm alarm, Instant time, String state, @Nullable String by) {
    ObjectNode fact =
        base(alarm.tool(), alarm.incident() + "-" + state, time)
            .put("service", alarm.service())
            .put("rule", alarm.rule())
            .put("fingerprint", alarm.service() + "-" + alarm.rule())
            .put("startedAt", alarm.began().toString())
            .put("environment", "production")
            .put("severity", alarm.severity())
            .put("urgency", alarm.severity().equals("PAGE") ? "HIGH" : "LOW")
            .put("state", state)
            .put("rotation", alarm.rotation())
            .put("runbook", "https://runbooks.example.org/" + alarm.service() + '/' + alarm.rule());
    if (alarm.tool().equals("pagerduty")) {
      fact.put("incidentId", alarm.incident());
    } else {
      fact.put("groupKey", alarm.service() + "/" + alarm.rule());
    }
    return told("alert", time, by == null ? fact : fact.put("by", by));
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
