package dev.muster.sink.page;

import com.linecorp.armeria.common.QueryParams;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.gate.GateId;
import dev.muster.core.waiver.Waiver;
import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.http.Problem;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.page.WaiverForm.Typed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes the form that asks for a waiver. */
record WaiverFormWriter(WaiverBoard board, Optional<Scorecard> card, Times times) {

  WaiverForm page(
      Frame frame,
      String service,
      GateId id,
      Gate gate,
      QueryParams typed,
      @Nullable Problem problem) {
    LocalDate today = LocalDate.ofInstant(times.now(), ZoneOffset.UTC);
    return new WaiverForm(
        frame,
        service,
        id.standard(),
        id.gate(),
        new Beneaths(times).of(card, id).orElse(null),
        gate.risk(),
        answers(service),
        new Typed(
            typed.get("reason", ""),
            typed.get("risk", ""),
            typed.get("compensatingAction", ""),
            typed.get("expires", "")),
        today.plusDays(1).toString(),
        today.plusDays(Waiver.LONGEST.toDays()).toString(),
        problem == null ? null : "It was not taken; nothing is written down.",
        problem == null ? List.of() : Refusals.sentences(problem));
  }

  /** Whoever asks is not among those who may answer. */
  private String answers(String service) {
    TreeSet<String> others = new TreeSet<>(board.approvers(service));
    if (board.reader() instanceof Person person) {
      others.remove(person.email());
    }
    return others.isEmpty()
        ? "Nobody else may approve it: no other member of the team has the service's tier in"
            + " approvesTiers."
        : "It counts once it is approved by " + String.join(" or ", others) + '.';
  }
}
