package dev.muster.ingest.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What may turn out to be a fact.
 *
 * @param json its fields as in the schema
 * @param path where it stood in the request, for messages; empty for the whole of it
 * @param mayLackService a tool said it, which cannot be asked to say more
 */
public record Candidate(FactKind kind, ObjectNode json, String path, boolean mayLackService) {

  /** Said by somebody who knows our fields. */
  public Candidate(FactKind kind, ObjectNode json, String path) {
    this(kind, json, path, false);
  }
}
