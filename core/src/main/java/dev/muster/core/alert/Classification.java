package dev.muster.core.alert;

/** A person's word on what an alert was. */
public enum Classification {
  UNKNOWN(Says.NOTHING),
  ACTION_TAKEN(Says.ACTION),
  REAL_COULD_WAIT(Says.NO_ACTION),
  REAL_FIXED_ITSELF(Says.NO_ACTION),
  THRESHOLD_WRONG(Says.NO_ACTION),
  CHECK_FAULTY(Says.NO_ACTION),
  WORK_NOT_SILENCED(Says.NO_ACTION),
  SILENCE_RAN_OUT(Says.NO_ACTION),
  DUPLICATE(Says.NO_ACTION),
  /** None of these: it says neither that something was done nor that nothing was. */
  OTHER(Says.NOTHING);

  /** What it says of whether somebody had to act. */
  public enum Says {
    ACTION,
    NO_ACTION,
    NOTHING
  }

  private final Says says;

  Classification(Says says) {
    this.says = says;
  }

  public Says says() {
    return says;
  }
}
