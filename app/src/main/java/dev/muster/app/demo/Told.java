package dev.muster.app.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One fact of the story, as a tool would post it.
 *
 * @param received when Muster hears of it
 * @param kind last word of the address it would be posted to
 */
record Told(Instant received, String kind, ObjectNode fact) {
  /** The same, heard of at another time. */
  Told at(Instant other) {
    return new Told(other, kind, fact);
  }
}
