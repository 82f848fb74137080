package dev.muster.ingest.fact;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Turns a candidate into a fact, or says all that is wrong with it. */
public final class FactReader {
  private FactReader() {}

  /** Empty when something was added to {@code errors}. */
  public static Optional<Fact> read(Candidate candidate, FieldErrors errors) {
    FactKind kind = candidate.kind();
    SpecificRecord record =
        new JsonToAvro(kind.model(), errors)
            .record(kind.schema(), candidate.json(), candidate.path());
    if (record == null) {
      return Optional.empty();
    }
    Fact fact = new Fact(kind, record);
    return new FactRules(fact, candidate, errors).hold() ? Optional.of(fact) : Optional.empty();
  }
}
