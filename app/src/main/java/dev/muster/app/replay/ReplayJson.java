package dev.muster.app.replay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.streams.replay.Call;
import dev.muster.streams.replay.Calls;
import dev.muster.streams.replay.Calls.Change;
import dev.muster.streams.replay.Difference;
import dev.muster.streams.replay.History;
import dev.muster.streams.replay.Judgement;
import dev.muster.streams.replay.Replay;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was told, as one document; instants in UTC, durations in whole minutes. */
final class ReplayJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ReplayJson() {}

  /** What was judged. */
  static ObjectNode of(Replay.Told told) {
    ObjectNode document = head(told);
    counts(document, told.without());
    ArrayNode judgements = document.putArray("judgements");
    told.without().spoken().forEach(one -> judgements.add(judgement(one)));
    return document;
  }

  /** What a change would have made of it. */
  static ObjectNode of(Replay.Told told, Difference difference) {
    ObjectNode document = head(told);
    counts(document.putObject("without"), told.without());
    counts(document.putObject("with"), told.with().orElseThrow());
    ArrayNode slos = document.putArray("slos");
    for (Difference.OfSlo each : difference.slos()) {
      ObjectNode slo = slos.addObject();
      slo.put("service", each.slo().service()).put("slo", each.slo().name());
      both(slo.putObject("pages"), each.pages());
      both(slo.putObject("tickets"), each.tickets());
    }
    ArrayNode gates = document.putArray("gates");
    for (Difference.OfGate each : difference.gates()) {
      gates
          .addObject()
          .put("service", each.gate().service())
          .put("gate", each.gate().name())
          .put("from", each.from().toString())
          .put("to", each.to().toString())
          .put("without", text(each.without()))
          .put("with", text(each.with()));
    }
    return document;
  }

  private static ObjectNode head(Replay.Told told) {
    History.Span asked = told.without().asked();
    return JSON.createObjectNode()
        .put("from", asked.from().toString())
        .put("to", asked.to().toString())
        .put("recordsRead", told.records());
  }

  private static void counts(ObjectNode into, History history) {
    calls(into.putObject("pages"), history.pages());
    calls(into.putObject("tickets"), history.tickets());
  }

  private static void calls(ObjectNode into, Calls calls) {
    into.put("times", calls.times())
        .put("openFromBefore", calls.before())
        .put("minutes", calls.lasted().toMinutes());
  }

  private static void both(ObjectNode into, Difference.Both both) {
    calls(into.putObject("without"), both.without());
    calls(into.putObject("with"), both.with());
    ArrayNode changes = into.putArray("changes");
    for (Change change : both.changes()) {
      ObjectNode each = changes.addObject();
      if (change instanceof Change.Gone gone) {
        call(each.putObject("without"), gone.call());
      } else if (change instanceof Change.New fresh) {
        call(each.putObject("with"), fresh.call());
      } else if (change instanceof Change.Moved moved) {
        call(each.putObject("without"), moved.without());
        call(each.putObject("with"), moved.with());
      }
    }
  }

  private static void call(ObjectNode into, Call call) {
    into.put("from", call.from().toString()).put("to", call.open() ? null : call.to().toString());
  }

  private static ObjectNode judgement(Judgement judgement) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("identity", judgement.identity())
            .put("spoken", judgement.spoken().toString())
            .put("service", judgement.service());
    if (judgement instanceof Judgement.OfGate gate) {
      gate(node, gate.record());
    } else if (judgement instanceof Judgement.OfSlo slo) {
      slo(node, slo.record());
    } else if (judgement instanceof Judgement.OfRule rule) {
      rule(node, rule.record());
    }
    return node;
  }

  private static void gate(ObjectNode node, GateJudgement of) {
    node.put("standard", of.getStandard())
        .put("gate", of.getGate())
        .put("level", of.getLevel())
        .put("since", of.getSince().toString())
        .put("revision", of.getRevision())
        .put("raw", of.getRaw().toString())
        .put("effective", of.getEffective().toString())
        .put("expires", text(of.getExpires()))
        .put("waiver", of.getWaiverId());
    reason(node, of.getReason(), of.getReasonValues());
    node.put("definition", of.getDefinition()).put("evidence", evidence(of.getEvidence()));
  }

  private static void slo(ObjectNode node, BurnJudgement of) {
    node.put("slo", of.getSlo())
        .put("since", of.getSince().toString())
        .put("revision", of.getRevision())
        .put("health", of.getHealth().toString())
        .put("state", of.getState().toString())
        .put("tier", text(of.getTier()))
        .put("alertSince", text(of.getAlertSince()))
        .put("good", of.getGood())
        .put("total", of.getTotal())
        .put("target", of.getTarget())
        .put("budgetLeft", of.getBudgetLeft())
        .put("measuredTo", text(of.getMeasuredTo()));
    reason(node, of.getReason(), of.getReasonValues());
    node.put("definition", of.getDefinition()).put("evidence", evidence(of.getEvidence()));
  }

  private static void rule(ObjectNode node, NoiseJudgement of) {
    node.put("rule", of.getRule())
        .put("week", of.getWeek())
        .put("since", of.getSince().toString())
        .put("revision", of.getRevision())
        .put("revisionReason", of.getRevisionReason())
        .put("fired", of.getFired())
        .put("pages", of.getPages())
        .put("actedOn", of.getActedOn())
        .put("knownInaction", of.getKnownInaction())
        .put("unknownAction", of.getUnknownAction())
        .put("confirmed", of.getConfirmed())
        .put("verdict", of.getVerdict().toString());
    reason(node, of.getReason(), of.getReasonValues());
    node.put("definition", of.getDefinition()).put("evidence", evidence(of.getEvidence()));
  }

  private static void reason(ObjectNode node, String code, Map<String, String> values) {
    node.put("reason", code);
    ObjectNode into = node.putObject("reasonValues");
    values.forEach(into::put);
  }

  private static @Nullable String evidence(@Nullable Evidence evidence) {
    return evidence == null ? null : evidence.getId();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof Instant || value instanceof Enum<?> ? value.toString() : null;
  }
}
