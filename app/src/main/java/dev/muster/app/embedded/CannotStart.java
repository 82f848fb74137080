package dev.muster.app.embedded;

/**
 * Something outside the program keeps it from starting; the message is for the person who can
 * change that.
 */
public abstract sealed class CannotStart extends RuntimeException permits PortTaken, FolderInUse {

  CannotStart(String message) {
    super(message);
  }
}
