package dev.muster.streams.replay;

import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.streams.burn.BurnJudgements;
import dev.muster.streams.gate.GateJudgements;
import dev.muster.streams.noise.NoiseJudgements;
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
    if (said instanceof BurnJudgement burn) {
      return Optional.of(new OfSlo(burn));
    }
    return said instanceof NoiseJudgement week ? Optional.of(new OfRule(week)) : Optional.empty();
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

  /** Of a rule's week of alerts. */
  record OfRule(NoiseJudgement record) implements Judgement {
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
      return NoiseJudgements.identity(record);
    }
  }
}
