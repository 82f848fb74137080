package dev.muster.sink.page;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.gate.GateId;
import dev.muster.core.waiver.Waiver;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.sink.page.ServicePage.Act;
import dev.muster.sink.page.ServicePage.Waived;
import dev.muster.sink.view.WaiverView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a gate's line says about waivers: the one in force, one that waits, or how to ask. */
record GateWaivers(WaiverBoard board, String service, Times times) {

  /** Absent without a waiver in force. */
  @Nullable Waived waived(GateScore gate) {
    if (gate.getEffective() != GateStatus.WAIVED) {
      return null;
    }
    Optional<Waiver> waiver = board.find(gate.getWaiverId()).map(WaiverView.Of::waiver);
    return new Waived(
        waiver.map(Waiver::decidedBy).map(Names::brief).orElse(null),
        waiver.map(known -> "/waivers#" + WaiverPages.anchor(known.id())).orElse("/waivers"),
        waiver.map(known -> known.terms().compensatingAction()).orElse(null),
        new Beneaths(times).of(gate),
        Beneaths.holds(gate));
  }

  /** What can be done next; absent for nothing. */
  @Nullable Act act(String standard, GateScore gate, @Nullable Gate text) {
    GateId id = new GateId(standard, gate.getGate());
    Optional<WaiverView.Of> waiting = board.waiting(service, id);
    if (waiting.isPresent()) {
      return new Act(
          board.mayAnswer(waiting.get())
              ? "A waiver waits for your answer"
              : "A waiver waits for an answer",
          "/waivers#" + WaiverPages.anchor(waiting.get().waiver().id()));
    }
    boolean open = Marks.of(gate, times.now()).open();
    return open && board.mayAsk() && board.waivable(service, text)
        ? new Act(
            "Ask for a waiver",
            "/services/%s/waive?standard=%s&gate=%s"
                .formatted(service, encoded(standard), encoded(gate.getGate())))
        : null;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
