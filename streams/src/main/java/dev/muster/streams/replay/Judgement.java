package dev.muster.streams.replay;

import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.streams.burn.BurnJudgements;
import dev.muster.streams.gate.GateJudgements;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** One judgement, as it is written to its topic. */
public sealed interface Judgement {
  /** When it was spoken; then by service, so that partitions leave no trace. */
  Comparator<Judgement> BY_TIME =
      Comparator.comparing(Judgement::spoken).thenComparing(Judgement::service);

  /** Empty for what is no judgement of a kind that is compared. */
  static Optional<Judgement> of(SpecificRecord said) {
    if (said instanceof GateJudgement gate) {
      return Optional.of(new OfGate(gate));
    }
    return said instanceof BurnJudgement burn ? Optional.of(new OfSlo(burn)) : Optional.empty();
  }

  /** As it is written. */
  SpecificRecord record();

  /** Of which service it is. */
  String service();

  /** When it was said. */
  Instant spoken();

  /** What a re-run reproduces. */
  String identity();

  /** Of a gate. */
  record OfGate(GateJudgement record) implements Judgement {
    @Override
    public String service() {
      return record.getService();
    }

    @Override
    public Instant spoken() {
      return record.getSpoken();
    }

    @Override
    public String identity() {
      return GateJudgements.identity(record);
    }
  }

  /** Of an SLO. */
  record OfSlo(BurnJudgement record) implements Judgement {
    @Override
    public String service() {
      return record.getService();
    }

    @Override
    public Instant spoken() {
      return record.getSpoken();
    }

    @Override
    public String identity() {
      return BurnJudgements.identity(record);
    }
  }
}
