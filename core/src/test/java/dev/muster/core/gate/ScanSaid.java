package dev.muster.core.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scan in words: {@code scan("load-test").value("peakRatio", 1.2)}; it passed unless said. */
record ScanSaid(
    String check,
    String subject,
    ScanEvidence.Outcome outcome,
    Proof proof,
    Map<String, Double> values,
    ScanEvidence.Place place,
    @Nullable String target,
    @Nullable String report,
    Duration toldAfter)
    implements Said {

  static ScanSaid scan(String check) {
    return new ScanSaid(
        check,
        "orders",
        ScanEvidence.Outcome.PASSED,
        Proof.MACHINE,
        Map.of(),
        ScanEvidence.Place.NOWHERE,
        null,
        null,
        Duration.ZERO);
  }

  /** A person attests it. */
  static ScanSaid word(String check) {
    return scan(check).by(Proof.PERSON);
  }

  ScanSaid value(String name, double value) {
    Map<String, Double> more = new HashMap<>(values);
    more.put(name, value);
    return new ScanSaid(check, subject, outcome, proof, more, place, target, report, toldAfter);
  }

  ScanSaid without(String name) {
    Map<String, Double> less = new HashMap<>(values);
    less.remove(name);
    return new ScanSaid(check, subject, outcome, proof, less, place, target, report, toldAfter);
  }

  ScanSaid failed() {
    return ended(ScanEvidence.Outcome.FAILED);
  }

  ScanSaid partial() {
    return ended(ScanEvidence.Outcome.PARTIAL);
  }

  /** A dry run, or one that could not tell. */
  ScanSaid inconclusive() {
    return ended(ScanEvidence.Outcome.INCONCLUSIVE);
  }

  ScanSaid error() {
    return ended(ScanEvidence.Outcome.ERROR);
  }

  ScanSaid byPerson() {
    return by(Proof.PERSON);
  }

  ScanSaid onBranch(String branch) {
    return in(new ScanEvidence.Place(null, branch, null, null));
  }

  ScanSaid onCommit(String commit) {
    return in(new ScanEvidence.Place(null, "feature/x", commit, null));
  }

  ScanSaid ofImage(String digest) {
    return in(new ScanEvidence.Place(null, null, null, digest));
  }

  ScanSaid in(String environment) {
    return in(new ScanEvidence.Place(environment, null, null, null));
  }

  ScanSaid withReport() {
    return reported("https://reports/1");
  }

  ScanSaid withoutReport() {
    return reported(null);
  }

  ScanSaid byMachine() {
    return by(Proof.MACHINE);
  }

  ScanSaid target(String what) {
    return new ScanSaid(check, subject, outcome, proof, values, place, what, report, toldAfter);
  }

  ScanSaid of(String someone) {
    return new ScanSaid(check, someone, outcome, proof, values, place, target, report, toldAfter);
  }

  ScanSaid ofRotation() {
    return of("rotation/checkout");
  }

  ScanSaid ofSystem() {
    return of("system/shop");
  }

  ScanSaid ofOrg() {
    return of("org");
  }

  ScanSaid toldAfter(Duration span) {
    return new ScanSaid(check, subject, outcome, proof, values, place, target, report, span);
  }

  private ScanSaid ended(ScanEvidence.Outcome how) {
    return new ScanSaid(check, subject, how, proof, values, place, target, report, toldAfter);
  }

  private ScanSaid by(Proof whose) {
    return new ScanSaid(check, subject, outcome, whose, values, place, target, report, toldAfter);
  }

  private ScanSaid in(ScanEvidence.Place where) {
    return new ScanSaid(check, subject, outcome, proof, values, where, target, report, toldAfter);
  }

  private ScanSaid reported(@Nullable String url) {
    return new ScanSaid(check, subject, outcome, proof, values, place, target, url, toldAfter);
  }

  @Override
  public String about() {
    return check;
  }

  @Override
  public void at(World world, Instant instant) {
    world.say(
        new ScanEvidence(
            world.origin(subject, instant, toldAfter),
            check,
            target,
            place,
            outcome,
            proof,
            values,
            new ScanEvidence.Report("tool", report, proof == Proof.PERSON ? "ada" : null)));
  }
}
