package dev.muster.sink.api;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.runtime.http.Problem;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.SinkMeters;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import dev.muster.sink.view.Changes;
import dev.muster.sink.view.Freshness;
import dev.muster.sink.view.Held;
import dev.muster.sink.view.Position;
import dev.muster.sink.view.Snapshot;
import dev.muster.sink.view.Views;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * {@code /api/v1/stream}: server-sent events. First every scorecard, or what changed after {@code
 * Last-Event-ID} (or {@code ?after=}), then each change. The id is a {@link Position}.
 */
public final class ScorecardStream implements HttpService, Changes<Scorecard> {
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Views views;
  private final Door door;
  private final Clock clock;
  private final SinkMeters meters;
  private final Set<StreamReader> readers = ConcurrentHashMap.newKeySet();

  public ScorecardStream(Views views, Door door, Clock clock, SinkMeters meters) {
    this.views = views;
    this.door = door;
    this.clock = clock;
    this.meters = meters;
  }

  /** Begins to listen. */
  public void start() {
    views.scorecards().listen(this);
    meters.watchReaders(readers::size);
  }

  @Override
  public HttpResponse serve(ServiceRequestContext ctx, HttpRequest request) {
    if (views.freshness().isEmpty()) {
      return Problem.unavailable("The scorecards have not been read to their end yet.", AGAIN)
          .toResponse();
    }
    Reader who = Door.reader(ctx);
    Optional<String> service = Optional.ofNullable(ctx.queryParam("service"));
    Predicate<String> wanted = name -> who.mayRead(name) && service.map(name::equals).orElse(true);
    Optional<Position> last =
        Optional.ofNullable(request.headers().get("last-event-id"))
            .or(() -> Optional.ofNullable(ctx.queryParam("after")))
            .flatMap(Position::parse);
    ctx.clearRequestTimeout();
    HttpResponseWriter answer = HttpResponse.streaming();
    answer.write(
        ResponseHeaders.builder(HttpStatus.OK)
            .contentType(MediaType.EVENT_STREAM)
            .set("x-accel-buffering", "no")
            .build());
    StreamReader reader =
        new StreamReader(
            answer, ctx.eventLoop(), new StreamReader.Source(wanted, this::fresh), meters);
    readers.add(reader);
    var unused = answer.whenComplete().handle((done, cause) -> readers.remove(reader));
    // Listed first, then caught up: a change in between is told twice rather than never.
    reader.begin(missed(last, wanted), () -> door.stillOpen(request));
    return answer;
  }

  /** All scorecards when it is not known what the reader has. */
  private StreamReader.Missed missed(Optional<Position> last, Predicate<String> wanted) {
    Snapshot<Scorecard> now = views.scorecards().snapshot();
    Optional<Position> known = last.filter(now.position()::continues);
    List<StreamEvent> events =
        now.held().values().stream()
            .filter(held -> wanted.test(held.key()))
            .filter(held -> known.map(seen -> !seen.covers(held)).orElse(held.value() != null))
            .map(this::event)
            .toList();
    return new StreamReader.Missed(events, now.position());
  }

  @Override
  public void changed(List<Change<Scorecard>> changes) {
    for (Change<Scorecard> change : changes) {
      StreamEvent event = event(change.held()).withId(change.after());
      readers.forEach(reader -> reader.offer(event));
    }
  }

  private StreamEvent event(Held<Scorecard> held) {
    Freshness fresh = fresh();
    Scorecard card = held.value();
    return card == null
        ? new StreamEvent(
            "removed",
            held.key(),
            Optional.empty(),
            ScorecardJson.removed(fresh, held.key()).toString())
        : new StreamEvent(
            "scorecard",
            held.key(),
            Optional.empty(),
            ScorecardJson.one(fresh, card, clock.instant()).toString());
  }

  /** Before the first reading is whole there is nothing, and nothing of it is known to be now. */
  private Freshness fresh() {
    return views.freshness().orElseGet(() -> new Freshness(clock.instant(), true));
  }
}
