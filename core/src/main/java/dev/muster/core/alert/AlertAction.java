package dev.muster.core.alert;

/** A sign, seen in the tool, that a person worked on an alert. */
public enum AlertAction {
  UNKNOWN,
  NONE,
  ANNOTATED,
  RESPONDER_ADDED,
  STATUS_UPDATE;

  boolean isSeen() {
    return this != UNKNOWN && this != NONE;
  }
}
