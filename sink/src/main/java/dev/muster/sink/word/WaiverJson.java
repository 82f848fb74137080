package dev.muster.sink.word;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.core.waiver.Waiver;
import dev.muster.core.waiver.WaiverStep.Terms;
import dev.muster.sink.view.WaiverView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Waivers as JSON, a public form: every field is always there. */
final class WaiverJson {
  private static final JsonMapper JSON = new JsonMapper();

  private WaiverJson() {}

  static ObjectNode of(WaiverView.Of of, Instant now) {
    Waiver waiver = of.waiver();
    Terms terms = waiver.terms();
    return JSON.createObjectNode()
        .put("id", waiver.id())
        .put("service", of.service())
        .put("standard", terms.gate().standard())
        .put("gate", terms.gate().gate())
        .put("state", waiver.at(now).name())
        .put("reason", terms.reason())
        .put("risk", terms.risk())
        .put("compensatingAction", terms.compensatingAction())
        .put("requestedBy", terms.requestedBy())
        .put("asked", waiver.asked().toString())
        .put("starts", terms.starts().toString())
        .put("expires", terms.expires().toString())
        .put("decidedBy", waiver.decidedBy())
        .put("decided", text(waiver.decided()))
        .put("revokedBy", waiver.revokedBy())
        .put("revoked", text(waiver.revoked()));
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
