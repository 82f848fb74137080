package dev.muster.core.alert;

/** What happened to an alert. */
public enum AlertState {
  UNKNOWN,
  FIRING,
  ACKNOWLEDGED,
  ACTIONED,
  RESOLVED,
  SILENCED,
  INHIBITED,
  CLASSIFIED
}
