package dev.muster.core.alert;

/**
 * What interrupted a person.
 *
 * @param rule that began first of those it is about
 */
public record Page(String rule, Incident incident) {}
