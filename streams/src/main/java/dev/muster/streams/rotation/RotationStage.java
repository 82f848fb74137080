package dev.muster.streams.rotation;

import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.RotationJudgement;
import dev.muster.streams.StreamsMeters;
import dev.muster.streams.state.FirstTouch;
import dev.muster.streams.state.RotationWord;
import dev.muster.streams.state.ShareRows;
import dev.muster.streams.state.Stores;
import dev.muster.streams.time.Alarm;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sums what services add to their rotation's week, and tells each of them the sum. At the end of a
 * week all of them speak within moments: what came is gathered for up to a second, which changes
 * how often the sum is said and not what is said last.
 */
public final class RotationStage
    implements Processor<String, RotationWord, String, RotationJudgement> {
  private static final String SOURCE = "muster/streams";
  private static final EventHeaders HEADERS = new EventHeaders(Topics.ROTATION);

  private final StreamsMeters meters;
  private @Nullable Running running;

  /** What there is once a task runs. */
  private record Running(
      ProcessorContext<String, RotationJudgement> context,
      ShareRows rows,
      FirstTouch touch,
      Alarm alarm) {}

  public RotationStage(StreamsMeters meters) {
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<String, RotationJudgement> context) {
    Alarm alarm = new Alarm(context, this::say);
    FirstTouch touch = new FirstTouch(context, List.of(Stores.SHARES));
    running =
        new Running(context, new ShareRows(context.getStateStore(Stores.SHARES)), touch, alarm);
    alarm.at(alarm.now());
  }

  @Override
  public void process(Record<String, RotationWord> in) {
    Running now = running();
    now.touch().once();
    now.rows().put(in.key(), in.value());
    now.alarm().at(now.alarm().now());
  }

  private void say() {
    Running now = running();
    for (ShareRows.Key key : now.rows().waiting()) {
      ShareRows.Sum sum = now.rows().of(key);
      if (!sum.rows().isEmpty()) {
        say(now, key, sum);
      }
      now.rows().said(key);
    }
  }

  private void say(Running now, ShareRows.Key key, ShareRows.Sum sum) {
    RotationJudgement judgement = RotationJudgements.of(key, sum);
    boolean changed = now.rows().saidLast(key) != judgement.getRevision();
    for (ShareRows.Row row : sum.rows()) {
      if (changed || !row.told()) {
        tell(
            now, RotationJudgement.newBuilder(judgement).setService(row.share().service()).build());
        now.rows().told(key, row);
      }
    }
    now.rows().saidLast(key, judgement.getRevision());
  }

  private void tell(Running now, RotationJudgement judgement) {
    RecordHeaders headers =
        new RecordHeaders(
            HEADERS
                .of(RotationJudgements.identity(judgement), SOURCE, judgement.getSpoken())
                .toArray(new Header[0]));
    now.context()
        .forward(
            new Record<>(
                judgement.getService(), judgement, judgement.getSpoken().toEpochMilli(), headers));
    meters.spoken(StreamsMeters.Spoken.ROTATION);
  }

  private Running running() {
    if (running == null) {
      throw new IllegalStateException("not initialised");
    }
    return running;
  }
}
