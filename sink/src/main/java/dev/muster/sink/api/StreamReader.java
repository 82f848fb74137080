package dev.muster.sink.api;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponseWriter;
import dev.muster.sink.SinkMeters;
import dev.muster.sink.view.Freshness;
import dev.muster.sink.view.Position;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the stream. Everything but {@link #offer} happens on its event loop. What a slow
 * reader has not taken yet is kept once per service, newest only; one that takes nothing for thirty
 * seconds is cut off and comes back with its last id.
 */
final class StreamReader {
  static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int BEATS_WITHOUT_TAKING = 6;
  private static final String RETRY = "retry: 1000\n\n";

  private final HttpResponseWriter answer;
  private final EventLoop loop;
  private final Source source;
  private final SinkMeters meters;
  private final Map<String, StreamEvent> waiting = new LinkedHashMap<>();
  private @Nullable ScheduledFuture<?> beats;
  private boolean writing;
  private int beatsWhileWriting;
  private boolean toldStale;

  /** What a reader is told of. */
  record Source(Predicate<String> wanted, Supplier<Freshness> fresh) {}

  /** What a reader has to be told first, and where it stands then. */
  record Missed(List<StreamEvent> events, Position position) {}

  StreamReader(HttpResponseWriter answer, EventLoop loop, Source source, SinkMeters meters) {
    this.answer = answer;
    this.loop = loop;
    this.source = source;
    this.meters = meters;
  }

  /**
   * Says what was missed; on the event loop, so that no change gets in before it.
   *
   * @param mayStay asked at each heartbeat: a session ends, a token is revoked
   */
  void begin(Missed missed, BooleanSupplier mayStay) {
    StringBuilder text = new StringBuilder(RETRY);
    missed.events().forEach(event -> text.append(event.text()));
    toldStale = source.fresh().get().stale();
    text.append(view().withId(missed.position()).text());
    write(text.toString());
    long millis = HEARTBEAT.toMillis();
    beats = loop.scheduleAtFixedRate(() -> beat(mayStay), millis, millis, TimeUnit.MILLISECONDS);
    var unused =
        answer
            .whenComplete()
            .handle(
                (done, cause) -> {
                  loop.execute(this::end);
                  return true;
                });
  }

  /** From any thread. */
  void offer(StreamEvent event) {
    if (source.wanted().test(event.service())) {
      loop.execute(
          () -> {
            waiting.remove(event.service());
            waiting.put(event.service(), event);
            drain();
          });
    }
  }

  private void beat(BooleanSupplier mayStay) {
    if (!mayStay.getAsBoolean() || (writing && ++beatsWhileWriting >= BEATS_WITHOUT_TAKING)) {
      answer.close();
      return;
    }
    boolean stale = source.fresh().get().stale();
    if (stale != toldStale) {
      toldStale = stale;
      StreamEvent event = view();
      waiting.put(event.service(), event);
      drain();
    } else if (!writing) {
      write(": " + source.fresh().get().asOf() + "\n\n");
    }
  }

  /** How far the view can be believed; it belongs to no service. */
  private StreamEvent view() {
    return new StreamEvent(
        "view", "", Optional.empty(), ScorecardJson.envelope(source.fresh().get()).toString());
  }

  private void drain() {
    if (writing || waiting.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    waiting
        .values()
        .forEach(
            event -> {
              text.append(event.text());
              meters.told();
            });
    waiting.clear();
    write(text.toString());
  }

  private void write(String text) {
    writing = true;
    beatsWhileWriting = 0;
    if (answer.tryWrite(HttpData.ofUtf8(text))) {
      var unused = answer.whenConsumed().thenRun(() -> loop.execute(this::written));
    }
  }

  private void written() {
    writing = false;
    drain();
  }

  private void end() {
    ScheduledFuture<?> running = beats;
    if (running != null) {
      running.cancel(false);
    }
  }
}
