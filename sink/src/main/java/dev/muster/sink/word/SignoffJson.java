package dev.muster.sink.word;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.schemas.fact.Review;

/** Sign-offs as JSON, a public form: every field is always there. */
final class SignoffJson {
  private static final JsonMapper JSON = new JsonMapper();

  private SignoffJson() {}

  static ObjectNode of(Review review) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", review.getId())
            .put("service", review.getService())
            .put("system", review.getSystem())
            .put("standard", review.getStandard())
            .put("level", review.getLevel())
            .put("by", review.getBy())
            .put("time", review.getTime().toString())
            .put("statement", review.getScorecardHash())
            .put("note", review.getNote());
    ArrayNode waivers = node.putArray("waivers");
    review.getWaivers().forEach(waivers::add);
    return node;
  }
}
