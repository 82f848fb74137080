package dev.muster.sink.word;

import dev.muster.core.catalogue.Service;
import dev.muster.core.gate.GateId;
import dev.muster.core.waiver.Waiver;
import dev.muster.core.waiver.WaiverStep;
import dev.muster.core.waiver.WaiverStep.Kind;
import dev.muster.core.waiver.WaiverStep.Terms;
import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.auth.Role;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.WaiverState;
import dev.muster.sink.view.WaiverView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** People ask for waivers, and answer those who ask. */
final class WaiverDesk {
  private final Names names;
  private final WaiverView view;
  private final Clock clock;

  WaiverDesk(Names names, WaiverView view, Clock clock) {
    this.names = names;
    this.view = view;
    this.clock = clock;
  }

  /** Asks for one. */
  Said<dev.muster.schemas.fact.Waiver> asked(Person person, Body body) {
    Instant now = clock.instant();
    String id = body.optional("id").orElseGet(Names::newId);
    String named = body.text("service");
    String standard = body.text("standard");
    String gate = body.text("gate");
    String reason = body.text("reason");
    String risk = body.text("risk");
    String action = body.text("compensatingAction");
    Instant starts = body.instant("starts").orElse(now);
    Instant expires = body.instant("expires").orElse(Instant.EPOCH);
    if (expires.equals(Instant.EPOCH)) {
      body.text("expires");
    }
    body.done();
    requireMayAsk(person);
    Service service = names.service(named);
    GateId gateId = names.waivable(service, standard, gate);
    Terms terms = new Terms(gateId, reason, risk, action, person.email(), starts, expires);
    return said(service, new WaiverStep(id, terms, Kind.PROPOSED, person.email(), now, now), id);
  }

  /** Approves, rejects, or takes back one that was asked for. */
  Said<dev.muster.schemas.fact.Waiver> answered(Person person, String waiverId, Kind kind) {
    Instant now = clock.instant();
    WaiverView.Of of =
        view.find(waiverId)
            .orElseThrow(() -> Refused.unknown("There is no waiver \"" + waiverId + "\"."));
    boolean own = of.waiver().terms().requestedBy().equals(person.email());
    if (!person.has(Role.APPROVER) && !(kind == Kind.REVOKED && own)) {
      throw Refused.lacksRole(
          kind == Kind.REVOKED ? "Taking back a waiver of somebody else" : "Answering a waiver",
          "approver");
    }
    Service service = names.service(of.service());
    Terms terms = of.waiver().terms();
    return said(
        service, new WaiverStep(waiverId, terms, kind, person.email(), now, now), Names.newId());
  }

  private Said<dev.muster.schemas.fact.Waiver> said(Service service, WaiverStep step, String id) {
    view.book(service.name(), service.approvers(), step.received())
        .refusal(step)
        .ifPresent(
            mistake -> {
              throw Refused.against("This would have no effect.", List.of(mistake));
            });
    return new Said<>(Topics.WAIVER, service.name(), record(service, step, id), id, step.time());
  }

  private static void requireMayAsk(Person person) {
    boolean may =
        person.has(Role.RESPONDER) || person.has(Role.ATTESTER) || person.has(Role.APPROVER);
    if (!may) {
      throw Refused.lacksRole("Asking for a waiver", "responder, attester or approver");
    }
  }

  private dev.muster.schemas.fact.Waiver record(Service service, WaiverStep step, String id) {
    Terms terms = step.terms();
    boolean approves = step.kind() == Kind.APPROVED;
    String approvedBy =
        approves
            ? step.by()
            : view.find(step.waiverId())
                .map(WaiverView.Of::waiver)
                .filter(Waiver::approved)
                .map(Waiver::decidedBy)
                .orElse(null);
    return dev.muster.schemas.fact.Waiver.newBuilder()
        .setId(id)
        .setSource(Pen.SOURCE)
        .setService(service.name())
        .setTime(step.time())
        .setWaiverId(step.waiverId())
        .setStandard(terms.gate().standard())
        .setGate(terms.gate().gate())
        .setState(WaiverState.valueOf(step.kind().name()))
        .setReason(terms.reason())
        .setRisk(terms.risk())
        .setCompensatingAction(terms.compensatingAction())
        .setRequestedBy(terms.requestedBy())
        .setApprovedBy(approvedBy)
        .setApprovedByRole(
            approvedBy == null ? null : Role.APPROVER.name().toLowerCase(Locale.ROOT))
        .setBy(step.by())
        .setStarts(terms.starts())
        .setExpires(terms.expires())
        .build();
  }
}
