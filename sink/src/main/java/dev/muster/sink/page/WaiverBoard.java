package dev.muster.sink.page;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Service;
import dev.muster.core.gate.GateId;
import dev.muster.core.waiver.Waiver;
import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.auth.Role;
import dev.muster.sink.view.Catalogue;
import dev.muster.sink.view.WaiverView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All waivers at one moment, and what the one who reads may do about them. Buttons follow it; what
 * is sent is checked again.
 */
record WaiverBoard(List<WaiverView.Of> all, Catalogue catalogue, Identity reader, Instant now) {

  /** How many wait for this reader's answer. */
  int mine() {
    return (int) all.stream().filter(this::mayAnswer).count();
  }

  Optional<WaiverView.Of> find(@Nullable String id) {
    return all.stream().filter(of -> of.waiver().id().equals(id)).findFirst();
  }

  /** One that was asked for and nobody answered. */
  Optional<WaiverView.Of> waiting(String service, GateId gate) {
    return all.stream()
        .filter(of -> of.service().equals(service))
        .filter(of -> of.waiver().terms().gate().equals(gate))
        .filter(of -> of.waiver().at(now) == Waiver.State.PROPOSED)
        .findFirst();
  }

  /** Who may approve waivers of a service. */
  Set<String> approvers(String service) {
    Service known = catalogue.services().get(service);
    return known == null ? Set.of() : known.approvers();
  }

  boolean mayAnswer(WaiverView.Of of) {
    return of.waiver().at(now) == Waiver.State.PROPOSED
        && reader instanceof Person person
        && person.has(Role.APPROVER)
        && approvers(of.service()).contains(person.email())
        && !own(of, person);
  }

  boolean mayTakeBack(WaiverView.Of of) {
    return of.waiver().isOpen(now)
        && reader instanceof Person person
        && (person.has(Role.APPROVER) || own(of, person));
  }

  private static boolean own(WaiverView.Of of, Person person) {
    return of.waiver().terms().requestedBy().equalsIgnoreCase(person.email());
  }

  boolean mayAsk() {
    return reader instanceof Person person
        && (person.has(Role.RESPONDER) || person.has(Role.ATTESTER) || person.has(Role.APPROVER));
  }

  /** Whether a waiver could be asked for, by somebody. */
  boolean waivable(String service, @Nullable Gate gate) {
    return gate != null && gate.waivable() && catalogue.services().containsKey(service);
  }
}
