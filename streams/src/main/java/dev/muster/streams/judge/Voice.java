package dev.muster.streams.judge;

import dev.muster.core.slo.Ledger;
import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.streams.StreamsMeters;
import dev.muster.streams.burn.BurnJudgements;
import dev.muster.streams.gate.GateJudgements;
import dev.muster.streams.noise.NoiseJudgements;
import dev.muster.streams.state.BudgetWord;
import dev.muster.streams.state.RotationWord;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Says judgements: forwards them to their sinks, each with its identity in its headers. */
final class Voice {
  /** What judgements name as their source. */
  static final String SOURCE = "muster/streams";

  private static final EventHeaders GATE = new EventHeaders(Topics.GATE);
  private static final EventHeaders BURN = new EventHeaders(Topics.BURN);
  private static final EventHeaders NOISE = new EventHeaders(Topics.NOISE);
  private static final EventHeaders CARD = new EventHeaders(Topics.SCORECARD);

  private final ProcessorContext<String, Object> context;
  private final ReadinessStage.Sinks sinks;
  private final StreamsMeters meters;

  Voice(
      ProcessorContext<String, Object> context, ReadinessStage.Sinks sinks, StreamsMeters meters) {
    this.context = context;
    this.sinks = sinks;
    this.meters = meters;
  }

  void say(GateJudgement judgement) {
    Instant spoken = judgement.getSpoken();
    String id = GateJudgements.identity(judgement);
    forward(judgement.getService(), judgement, spoken, GATE.of(id, SOURCE, spoken), sinks.gates());
    meters.spoken(StreamsMeters.Spoken.GATE);
  }

  void say(BurnJudgement judgement) {
    Instant spoken = judgement.getSpoken();
    String id = BurnJudgements.identity(judgement);
    forward(judgement.getService(), judgement, spoken, BURN.of(id, SOURCE, spoken), sinks.burns());
    meters.spoken(StreamsMeters.Spoken.BURN);
  }

  void say(NoiseJudgement judgement) {
    Instant spoken = judgement.getSpoken();
    String id = NoiseJudgements.identity(judgement);
    forward(
        judgement.getService(), judgement, spoken, NOISE.of(id, SOURCE, spoken), sinks.noises());
    meters.spoken(StreamsMeters.Spoken.NOISE);
  }

  /** To where a rotation's week is summed. */
  void say(String rotation, RotationWord word) {
    context.forward(new Record<>(rotation, word, word.spoken().toEpochMilli()), sinks.shares());
  }

  /** To a service whose alerts another confirms. */
  void say(String service, BudgetWord word) {
    context.forward(new Record<>(service, word, word.spoken().toEpochMilli()), sinks.budgets());
  }

  /** What became of a sample. */
  void entered(Ledger.Entered entered) {
    meters.sample(entered);
  }

  void say(Scorecard card) {
    Instant spoken = card.getSpoken();
    String id = card.getService() + '|' + spoken;
    forward(card.getService(), card, spoken, CARD.of(id, SOURCE, spoken), sinks.scorecards());
    meters.spoken(StreamsMeters.Spoken.SCORECARD);
  }

  /** That there is no scorecard any more. */
  void takeBack(String service, Instant spoken) {
    String id = service + '|' + spoken;
    context.forward(
        new Record<String, Object>(
            service,
            null,
            spoken.toEpochMilli(),
            new RecordHeaders(CARD.of(id, SOURCE, spoken).toArray(new Header[0]))),
        sinks.scorecards());
    meters.spoken(StreamsMeters.Spoken.SCORECARD);
  }

  private void forward(
      String key, SpecificRecord value, Instant spoken, List<Header> headers, String sink) {
    context.forward(
        new Record<>(
            key, value, spoken.toEpochMilli(), new RecordHeaders(headers.toArray(new Header[0]))),
        sink);
  }
}
