package dev.muster.core.alert;

/** What a rule asks of people; the more urgent last. */
public enum Severity {
  /** Not mapped; counts as a ticket. */
  UNKNOWN,
  /** Nothing: a heartbeat. */
  NONE,
  INFO,
  TICKET,
  PAGE
}
