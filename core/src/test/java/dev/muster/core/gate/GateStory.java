package dev.muster.core.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What proves one gate, what contradicts it, what of it grows old first, and the lies refused. */
final class GateStory {
  final String gate;
  final List<Said> proof;
  final List<Turn> failures = new ArrayList<>();
  final List<Lie> lies = new ArrayList<>();
  final List<Age> ages = new ArrayList<>();

  private GateStory(String gate, List<Said> proof) {
    this.gate = gate;
    this.proof = proof;
  }

  /** Something said after the proof that contradicts it. */
  record Turn(String what, Reason.Code reason, Said said) {}

  /** Something said where a proof should be. */
  record Lie(String what, Status status, Reason.Code reason, List<Said> said) {}

  /** A part of the proof, and how long it holds. */
  record Age(Said said, Duration limit, List<Said> instead) {}

  static GateStory gate(String gate, Said... proof) {
    return new GateStory(gate, List.of(proof));
  }

  GateStory fails(String what, Reason.Code reason, Said said) {
    failures.add(new Turn(what, reason, said));
    return this;
  }

  GateStory stale(Said said, int days) {
    return stale(said, days, said);
  }

  /** Where it stands in place of another part of the proof. */
  GateStory stale(Said said, int days, Said instead) {
    ages.add(new Age(said, Duration.ofDays(days), List.of(instead)));
    return this;
  }

  /** In place of what the proof says of the same. */
  GateStory lie(String what, Reason.Code reason, Said... said) {
    lies.add(new Lie(what, Status.MISSING, reason, List.of(said)));
    return this;
  }

  /** One that is caught as a contradiction. */
  GateStory caught(String what, Reason.Code reason, Said... said) {
    lies.add(new Lie(what, Status.FAIL, reason, List.of(said)));
    return this;
  }
}
