package dev.muster.app;

/** A neighbour does not answer; the message names it, where it was looked for, and the setting. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unreachable(String sentence) {
    super(sentence);
  }
}
