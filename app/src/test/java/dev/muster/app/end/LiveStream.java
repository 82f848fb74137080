package dev.muster.app.end;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A reader of the server-sent events of scorecards. */
final class LiveStream implements AutoCloseable {
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final BufferedReader lines;

  /**
   * One event.
   *
   * @param nanos when it arrived, by {@link System#nanoTime}
   */
  record Event(String name, JsonNode data, long nanos) {
    Scorecard scorecard() {
      return new Scorecard(data.path("scorecard"));
    }

    boolean isOf(String service) {
      return name.equals("scorecard")
          && data.path("scorecard").path("service").asText().equals(service);
    }
  }

  private LiveStream(BufferedReader lines) {
    this.lines = lines;
  }

  /** Returns when the server has said where the reader stands, so that nothing is missed. */
  static LiveStream of(Http pages) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        Http.CLIENT.send(
            pages.request("/api/v1/stream").header("Accept", "text/event-stream").build(),
            BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new AssertionError("stream answered " + answer.statusCode());
    }
    LiveStream stream =
        new LiveStream(
            new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    Thread reader = new Thread(stream::read, "live-stream");
    reader.setDaemon(true);
    reader.start();
    Until.so("the stream begins", Until.SOON, () -> !stream.events.isEmpty());
    return stream;
  }

  private void read() {
    String name = "";
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          events.add(
              new Event(name, Http.parse(line.substring("data: ".length())), System.nanoTime()));
        }
      }
    } catch (IOException closed) {
      // The end of the stream is the end of this thread.
    }
  }

  /** How many events there were so far; a mark to look from. */
  int size() {
    return events.size();
  }

  /** The first event after a mark that is of the service and as wanted. */
  Event after(int mark, String service, Predicate<Scorecard> wanted, Duration patience) {
    return Until.seen(
            "a scorecard of " + service + " over the stream",
            patience,
            () ->
                events.subList(mark, events.size()).stream()
                    .filter(event -> event.isOf(service) && wanted.test(event.scorecard()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
