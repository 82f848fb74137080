package dev.muster.app.run;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the caller says the command does. */
sealed interface Claim {

  /** Last word of the address that takes the fact, {@code /v1/facts/<kind>}. */
  String kind();

  /** The outcomes a fact of this kind can have. */
  Set<Outcome> outcomes();

  /** In the words of a sentence, {@code restore of orders-db}. */
  String words();

  /** Copies data to safety, or back, or looks at the copy. */
  enum Operation {
    BACKUP,
    COPY,
    RESTORE,
    VERIFY
  }

  /** How much of the dataset. */
  enum Scope {
    FULL,
    PART
  }

  /** What looked at the data after it was restored. */
  enum Verification {
    NONE,
    CHECKSUM,
    QUERY,
    APPLICATION_BOOTED
  }

  /** Whether the copy is encrypted. */
  enum Encrypted {
    YES,
    NO
  }

  /**
   * What the caller tells of the copy.
   *
   * @param recoveryPoint up to when it holds the data
   */
  record Copy(Optional<Instant> recoveryPoint, Optional<Encrypted> encrypted) {
    static final Copy UNTOLD = new Copy(Optional.empty(), Optional.empty());
  }

  /**
   * {@code --backup}.
   *
   * @param scope empty where the caller does not say
   */
  record Backup(
      Operation operation,
      String dataset,
      Optional<Scope> scope,
      Verification verifiedBy,
      Copy copy)
      implements Claim {
    Backup onlyPart() {
      return new Backup(operation, dataset, Optional.of(Scope.PART), verifiedBy, copy);
    }

    Backup unverified() {
      return new Backup(operation, dataset, scope, Verification.NONE, copy);
    }

    @Override
    public String kind() {
      return "backup";
    }

    @Override
    public Set<Outcome> outcomes() {
      return EnumSet.complementOf(EnumSet.of(Outcome.ABORTED));
    }

    @Override
    public String words() {
      return operation.name().toLowerCase(Locale.ROOT) + " of " + dataset;
    }
  }

  /** {@code --scan}. */
  record Scan(String check) implements Claim {
    @Override
    public String kind() {
      return "scan";
    }

    @Override
    public Set<Outcome> outcomes() {
      return EnumSet.complementOf(EnumSet.of(Outcome.ABORTED));
    }

    @Override
    public String words() {
      return "scan " + check;
    }
  }

  /** {@code --deploy}. */
  record Deploy() implements Claim {
    @Override
    public String kind() {
      return "deploy";
    }

    @Override
    public Set<Outcome> outcomes() {
      return EnumSet.of(Outcome.PASSED, Outcome.FAILED, Outcome.ABORTED);
    }

    @Override
    public String words() {
      return "deploy";
    }
  }
}
