package dev.muster.app;

/** What the exit code of {@code muster} says. */
public final class Exit {

  /** Done, or yes. */
  public static final int OK = 0;

  /** No: what was asked about is not so. */
  public static final int NO = 1;

  /** The command or a setting is wrong. */
  public static final int WRONG_USE = 2;

  /** It could not be done or found out: something is away, taken or unknown. */
  public static final int CANNOT_TELL = 3;

  private Exit() {}
}
