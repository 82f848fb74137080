package dev.muster.sink.release;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.core.release.Obstacle;
import dev.muster.core.release.Readiness;
import dev.muster.core.release.ServiceReadiness;
import dev.muster.sink.release.Subject.WholeSystem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The answer as JSON, a public form: every field is always there. */
final class ReadinessJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ReadinessJson() {}

  static ObjectNode of(Answer answer) {
    Question question = answer.question();
    Readiness readiness = answer.readiness();
    boolean stale = answer.fresh().stale();
    ObjectNode node =
        JSON.createObjectNode()
            .put("asOf", answer.fresh().asOf().toString())
            .put("stale", stale)
            .put("staleSince", stale ? answer.fresh().asOf().toString() : null)
            .put(
                question.subject() instanceof WholeSystem ? "system" : "service",
                question.subject().name())
            .put("standard", question.standard())
            .put("at", question.at().toString())
            .put("outcome", answer.outcome().name())
            .put("lets", answer.outcome().lets())
            .put("wouldBe", readiness.wouldBe().name())
            .put("binding", readiness.binding())
            .put("verdict", readiness.verdict().name())
            .put("statement", answer.statement().hash());
    ArrayNode waivers = node.putArray("waivers");
    readiness.waivers().forEach(waivers::add);
    ArrayNode services = node.putArray("services");
    readiness.services().forEach(each -> services.add(service(each)));
    return node;
  }

  private static ObjectNode service(ServiceReadiness each) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("service", each.service())
            .put("level", each.level())
            .put("definition", each.scored().definition())
            .put("outcome", each.outcome().name())
            .put("verdict", each.verdict().name())
            .put("bindingFrom", text(each.scored().from()));
    ArrayNode obstacles = node.putArray("obstacles");
    for (Obstacle obstacle : each.obstacles()) {
      obstacles
          .addObject()
          .put("gate", obstacle.gate())
          .put("status", obstacle.status().name())
          .put("sentence", obstacle.sentence());
    }
    return node;
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
