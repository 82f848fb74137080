package dev.muster.sink.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.schemas.judgement.DeployScore;
import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.Fraction;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.NoiseScore;
import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloScore;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.view.Freshness;
import dev.muster.sink.view.Overdue;
import dev.muster.sink.view.Reasons;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Scorecards as JSON, a public form: every field is always there, {@code null} where nothing is
 * known; words are those of the Avro enums; times are ISO-8601 in UTC; fields are added, never
 * renamed or removed.
 */
final class ScorecardJson {
  /** Entries of these are in the record for reminders only. */
  private static final Set<GateStatus> HOLDS = EnumSet.of(GateStatus.PASS, GateStatus.EXPIRING);

  private static final JsonMapper JSON = new JsonMapper();

  private ScorecardJson() {}

  /** What every answer says first. */
  static ObjectNode envelope(Freshness fresh) {
    ObjectNode node = JSON.createObjectNode();
    node.put("asOf", fresh.asOf().toString());
    node.put("stale", fresh.stale());
    node.put("staleSince", fresh.stale() ? fresh.asOf().toString() : null);
    return node;
  }

  static ObjectNode list(Freshness fresh, List<Scorecard> cards, Instant now) {
    ObjectNode node = envelope(fresh);
    ArrayNode all = node.putArray("scorecards");
    cards.forEach(card -> all.add(card(card, now)));
    return node;
  }

  static ObjectNode one(Freshness fresh, Scorecard card, Instant now) {
    ObjectNode node = envelope(fresh);
    node.set("scorecard", card(card, now));
    return node;
  }

  private static ObjectNode card(Scorecard card, Instant now) {
    ObjectNode node = JSON.createObjectNode();
    node.put("service", card.getService());
    node.put("owner", card.getOwner());
    node.put("system", card.getSystem());
    node.put("tier", card.getTier());
    node.put("lifecycle", card.getLifecycle().name());
    node.put("launch", text(card.getLaunch()));
    ArrayNode traits = node.putArray("traits");
    card.getTraits().stream().sorted().forEach(traits::add);
    node.put("rotation", card.getRotation());
    node.put("clock", text(card.getClock()));
    node.put("spoken", text(card.getSpoken()));
    node.put("definition", card.getDefinition());
    node.put("overdue", Overdue.any(card, now));
    ArrayNode standards = node.putArray("standards");
    card.getStandards().forEach(score -> standards.add(standard(score, now)));
    ArrayNode slos = node.putArray("slos");
    card.getSlos().forEach(slo -> slos.add(slo(slo)));
    node.set("noise", noise(card.getNoise()));
    ArrayNode changes = node.putArray("changes");
    card.getChanges().forEach(change -> changes.add(change(change)));
    ArrayNode deploys = node.putArray("deploys");
    card.getLastDeploys().forEach(deploy -> deploys.add(deploy(deploy)));
    node.set("changeFailureRate", fraction(card.getChangeFailureRate()));
    node.put("changeFailuresInferred", card.getChangeFailuresInferred());
    node.set("recoveryTimeMillis", fraction(card.getRecoveryTimeMillis()));
    node.put("recoveriesInferred", card.getRecoveriesInferred());
    node.put("recoveriesOpen", card.getRecoveriesOpen());
    return node;
  }

  private static ObjectNode standard(StandardScore score, Instant now) {
    ObjectNode node = JSON.createObjectNode();
    node.put("standard", score.getStandard());
    node.put("level", score.getLevel());
    node.put("definition", score.getDefinition());
    node.put("verdict", score.getVerdict().name());
    node.put("upcomingFrom", text(score.getUpcomingFrom()));
    node.put("apply", score.getApply());
    node.put("passed", score.getPassed());
    node.put("waived", score.getWaived());
    node.put("onPersonsWord", score.getOnPersonsWord());
    ArrayNode levels = node.putArray("levels");
    score
        .getLevels()
        .forEach(
            level ->
                levels
                    .addObject()
                    .put("level", level.getLevel())
                    .put("verdict", level.getVerdict().name()));
    node.put("sequence", score.getSequence());
    ArrayNode gates = node.putArray("gates");
    score.getGates().forEach(gate -> gates.add(gate(gate, now)));
    return node;
  }

  private static ObjectNode gate(GateScore gate, Instant now) {
    ObjectNode node = JSON.createObjectNode();
    node.put("gate", gate.getGate());
    node.put("category", gate.getCategory());
    node.put("level", gate.getLevel());
    node.put("status", gate.getEffective().name());
    node.put("raw", gate.getRaw().name());
    node.put("overdue", Overdue.is(gate, now));
    reason(node, gate.getReason(), gate.getReasonValues());
    node.put("since", text(gate.getSince()));
    node.put("expires", text(gate.getExpires()));
    node.put("evidence", gate.getEvidenceId());
    node.put("proof", gate.getProof().name());
    node.put("waiver", gate.getWaiverId());
    node.put("waiverExpires", text(gate.getWaiverExpires()));
    ArrayNode entries = node.putArray("entries");
    gate.getEntries().stream()
        .filter(entry -> !HOLDS.contains(entry.getStatus()))
        .forEach(entry -> entries.add(entry(entry)));
    return node;
  }

  private static ObjectNode entry(EntryScore entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", entry.getType().name());
    node.put("name", entry.getName());
    node.put("target", entry.getTarget());
    node.put("level", entry.getLevel());
    node.put("status", entry.getStatus().name());
    reason(node, entry.getReason(), entry.getReasonValues());
    node.put("expires", text(entry.getExpires()));
    return node;
  }

  private static void reason(ObjectNode node, String code, Map<String, String> values) {
    reason(node, code, values, Reasons::sentence);
  }

  private static void reason(
      ObjectNode node,
      String code,
      Map<String, String> values,
      BiFunction<String, Map<String, String>, String> sentence) {
    node.put("reason", code);
    ObjectNode named = node.putObject("reasonValues");
    new TreeMap<>(values).forEach(named::put);
    node.put("sentence", sentence.apply(code, values));
  }

  private static ObjectNode slo(SloScore slo) {
    ObjectNode node = JSON.createObjectNode();
    node.put("slo", slo.getSlo());
    node.put("health", slo.getHealth().name());
    node.put("since", text(slo.getSince()));
    node.put("target", slo.getTarget());
    node.put("budgetLeft", slo.getBudgetLeft());
    ObjectNode burns = node.putObject("burns");
    new TreeMap<>(slo.getBurns()).forEach(burns::put);
    node.put("alert", text(slo.getAlert()));
    node.put("alertSince", text(slo.getAlertSince()));
    node.put("measuredTo", text(slo.getMeasuredTo()));
    reason(node, slo.getReason(), slo.getReasonValues(), Reasons::burn);
    return node;
  }

  private static @Nullable ObjectNode noise(@Nullable NoiseScore noise) {
    if (noise == null) {
      return null;
    }
    ObjectNode node = JSON.createObjectNode();
    node.put("week", noise.getWeek());
    node.put("fired", noise.getFired());
    node.put("pages", noise.getPages());
    node.put("actedOn", noise.getActedOn());
    node.put("knownInaction", noise.getKnownInaction());
    node.put("unknownAction", noise.getUnknownAction());
    node.put("proposalsOpen", noise.getProposalsOpen());
    return node;
  }

  private static ObjectNode change(ScoreChange change) {
    ObjectNode node = JSON.createObjectNode();
    node.put("what", change.getWhat());
    node.put("from", change.getFrom());
    node.put("to", change.getTo());
    node.put("at", text(change.getAt()));
    return node;
  }

  private static ObjectNode deploy(DeployScore deploy) {
    ObjectNode node = JSON.createObjectNode();
    node.put("environment", deploy.getEnvironment());
    node.put("version", deploy.getVersion());
    node.put("outcome", deploy.getOutcome().name());
    node.put("trigger", deploy.getTrigger().name());
    node.put("at", text(deploy.getAt()));
    return node;
  }

  private static @Nullable ObjectNode fraction(@Nullable Fraction fraction) {
    return fraction == null
        ? null
        : JSON.createObjectNode()
            .put("numerator", fraction.getNumerator())
            .put("denominator", fraction.getDenominator());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** For the stream: that a scorecard is gone. */
  static ObjectNode removed(Freshness fresh, String service) {
    return envelope(fresh).put("service", service);
  }
}
