package dev.muster.core.alert;

/** How the paging tool ranks an incident; the more urgent last. */
public enum Urgency {
  UNKNOWN,
  LOW,
  HIGH
}
