package dev.muster.app.run;

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

  /**
   * {@code --backup}.
   *
   * @param scope empty where the caller does not say
   */
  record Backup(Operation operation, String dataset, Optional<Scope> scope, Verification verifiedBy)
      implements Claim {
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
