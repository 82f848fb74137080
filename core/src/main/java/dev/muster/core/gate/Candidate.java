package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.MatchField;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event an entry reads, and what it says of it. */
final class Candidate {
  /** How far back a person may date their word. */
  static final Duration BACK = Duration.ofDays(14);

  private final Evidence event;
  private final EntryRule rule;
  private final EventFacts facts;
  private final boolean reported;
  private final Running running;
  private final Instant acts;
  private final @Nullable ScanEvidence hanging;
  private final boolean never;
  private @Nullable Ruling ruling;

  /**
   * A candidate.
   *
   * @param reported whether it has the report its check needs
   */
  Candidate(EventFacts facts, EntryRule rule, boolean reported, Running running) {
    this.event = facts.event();
    this.facts = facts;
    this.rule = rule;
    this.reported = reported;
    this.running = running;
    this.acts = event.acts();
    ScanEvidence scan = event instanceof ScanEvidence it ? it : null;
    boolean sure = scan == null || Running.always(scan, running.service());
    this.hanging =
        !sure && scan != null && Running.byDeployment(scan, running.service()) ? scan : null;
    this.never = !sure && hanging == null;
  }

  /** What an event can say. */
  enum Word {
    PROVES,
    CONTRADICTS,
    NOTHING,
    CANNOT_SAY
  }

  /** What it says, and why. */
  record Ruling(Word word, Reason reason) {}

  Evidence event() {
    return event;
  }

  /** Whether it had happened, and was about what ran then. */
  boolean counts(Instant instant) {
    return !never
        && !acts.isAfter(instant)
        && (hanging == null || running.deployed(hanging, instant));
  }

  /** Whether it counts only while what it looked at is deployed. */
  boolean hangsOnDeploys() {
    return hanging != null;
  }

  /** From when on it acts. */
  Instant acts() {
    return acts;
  }

  /** What it says. */
  Word word() {
    return ruling().word();
  }

  Ruling ruling() {
    if (ruling == null) {
      ruling = rule();
    }
    return ruling;
  }

  boolean is(Word word) {
    return ruling().word() == word;
  }

  private Ruling rule() {
    Word word = byOutcome();
    String outcome = facts.find("outcome").map(Object::toString).orElse("");
    if (word == Word.CONTRADICTS) {
      return new Ruling(word, Reason.of(Reason.Code.DID_NOT_SUCCEED, "outcome", outcome));
    }
    if (word == Word.NOTHING || !reported || datedBack()) {
      return new Ruling(Word.NOTHING, nothing(outcome));
    }
    return byMustAlone();
  }

  /** What the rule says of it, however it ended. */
  Ruling byMustAlone() {
    Must must = rule.must();
    if (must == null) {
      return new Ruling(Word.PROVES, Reason.of(Reason.Code.PROVEN));
    }
    Must.Answer answer = must.test(facts);
    if (answer instanceof Must.Answer.Holds) {
      return new Ruling(Word.PROVES, Reason.of(Reason.Code.PROVEN));
    }
    if (answer instanceof Must.Answer.Fails) {
      return new Ruling(
          Word.CONTRADICTS, Reason.of(Reason.Code.RULE_BROKEN, "must", must.expression()));
    }
    if (answer instanceof Must.Answer.Lacks lacks) {
      return new Ruling(
          Word.NOTHING,
          Reason.of(Reason.Code.PROVED_NOTHING, "lacks", String.join(", ", lacks.names())));
    }
    String why = answer instanceof Must.Answer.Broken broken ? broken.why() : "";
    return new Ruling(
        Word.CANNOT_SAY, Reason.of(Reason.Code.RULE_FAILED, "must", must.expression(), "why", why));
  }

  private Reason nothing(String outcome) {
    Reason reason = Reason.of(Reason.Code.PROVED_NOTHING, "outcome", outcome);
    if (event instanceof BackupEvidence backup && !backup.counts()) {
      return reason
          .with("scope", backup.scope().name())
          .with("verifiedBy", backup.verifiedBy().name());
    }
    if (datedBack()) {
      return reason.with("back", BACK.toString());
    }
    return reported ? reason : reason.with("lacks", "report");
  }

  private boolean datedBack() {
    return event instanceof ScanEvidence scan
        && scan.proof() == Proof.PERSON
        && scan.time().plus(BACK).isBefore(scan.received());
  }

  private Word byOutcome() {
    if (event instanceof ScanEvidence scan) {
      return switch (scan.outcome()) {
        case PASSED -> Word.PROVES;
        case FAILED, PARTIAL -> Word.CONTRADICTS;
        case INCONCLUSIVE, ERROR, UNKNOWN -> Word.NOTHING;
      };
    }
    if (event instanceof BackupEvidence backup) {
      return switch (backup.outcome()) {
        case SUCCEEDED -> backup.counts() ? Word.PROVES : Word.NOTHING;
        case FAILED, PARTIAL -> Word.CONTRADICTS;
        case INCONCLUSIVE, ERROR, UNKNOWN -> Word.NOTHING;
      };
    }
    return chosenByOutcome() ? Word.PROVES : ofDeploy((DeployEvidence) event);
  }

  /** A deploy entry that names its outcome asks for just that, a rollback for instance. */
  private boolean chosenByOutcome() {
    return rule.single() instanceof Requirement.Entry entry
        && entry.match().containsKey(MatchField.OUTCOME);
  }

  private static Word ofDeploy(DeployEvidence deploy) {
    return switch (deploy.outcome()) {
      case SUCCEEDED -> Word.PROVES;
      case FAILED, ABORTED, ROLLED_BACK -> Word.CONTRADICTS;
      case STARTED, UNKNOWN -> Word.NOTHING;
    };
  }
}
