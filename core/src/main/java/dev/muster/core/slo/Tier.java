package dev.muster.core.slo;

/** What a burn asks of people; the more urgent first. */
public enum Tier {
  PAGE,
  TICKET
}
