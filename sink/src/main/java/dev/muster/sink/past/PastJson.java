package dev.muster.sink.past;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.core.past.Standing;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.schemas.judgement.GateJudgement;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A scorecard of the past as JSON; the words are those of the present one. */
final class PastJson {
  private static final JsonMapper JSON = new JsonMapper();

  private PastJson() {}

  static ObjectNode of(Past.Card card) {
    ObjectNode node = JSON.createObjectNode();
    node.put("asOf", card.readAt().toString());
    node.put("stale", false);
    node.put("at", card.at().toString());
    node.put("service", card.service());
    node.put("definition", card.definition());
    node.put("defined", card.defined().toString());
    node.put("differs", card.differs());
    ArrayNode standards = node.putArray("standards");
    card.standards().forEach(held -> standards.add(standard(held)));
    return node;
  }

  private static ObjectNode standard(Past.Held held) {
    ObjectNode node = JSON.createObjectNode();
    node.put("standard", held.standard());
    node.put("level", held.level());
    node.put("definition", held.hash());
    node.put("upcomingFrom", text(held.from()));
    node.put("differs", held.differs());
    node.set("knownNow", standing(held.known()));
    node.set("spokenThen", standing(held.spoken()));
    ArrayNode gates = node.putArray("gates");
    for (Past.Gate gate : held.gates()) {
      ObjectNode one = gates.addObject();
      one.put("gate", gate.gate());
      one.put("differs", gate.differs());
      one.set("knownNow", word(gate.known()));
      one.set("spokenThen", word(gate.spoken()));
    }
    return node;
  }

  private static ObjectNode standing(Standing standing) {
    return JSON.createObjectNode()
        .put("verdict", standing.verdict().name())
        .put("apply", standing.score().apply())
        .put("passed", standing.score().passed())
        .put("waived", standing.score().waived())
        .put("onPersonsWord", standing.score().onPersonsWord());
  }

  private static @Nullable ObjectNode word(Optional<Past.Word> word) {
    return word.map(PastJson::word).orElse(null);
  }

  private static ObjectNode word(Past.Word word) {
    GateJudgement judgement = word.judgement();
    ObjectNode node = JSON.createObjectNode();
    node.put("status", judgement.getEffective().name());
    node.put("raw", judgement.getRaw().name());
    node.put("overdue", word.overdue());
    node.put("level", judgement.getLevel());
    node.put("since", judgement.getSince().toString());
    node.put("spoken", judgement.getSpoken().toString());
    node.put("revision", judgement.getRevision());
    node.put("expires", text(judgement.getExpires()));
    node.put("reason", judgement.getReason());
    ObjectNode named = node.putObject("reasonValues");
    new TreeMap<>(judgement.getReasonValues()).forEach(named::put);
    node.put("sentence", Judgements.sentence(judgement));
    node.set("evidence", evidence(judgement.getEvidence()));
    node.put("proof", judgement.getProof().name());
    node.put("waiver", judgement.getWaiverId());
    node.put("definition", judgement.getDefinition());
    return node;
  }

  private static @Nullable ObjectNode evidence(@Nullable Evidence evidence) {
    return evidence == null
        ? null
        : JSON.createObjectNode()
            .put("id", evidence.getId())
            .put("source", evidence.getSource())
            .put("time", evidence.getTime().toString())
            .put("topic", evidence.getTopic())
            .put("partition", evidence.getPartition())
            .put("offset", evidence.getOffset());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
