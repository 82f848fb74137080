package dev.muster.core.release;

import dev.muster.core.gate.Status;

/** A gate that does not hold, or holds by a waiver only. */
public record Obstacle(String gate, Status status, String sentence) {}
