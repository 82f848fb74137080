package dev.muster.sink.api;

import dev.muster.sink.view.Position;
import java.util.Optional;

/**
 * One server-sent event.
 *
 * @param service what it is about; a newer event of the same one makes an unsent older one needless
 * @param id what the reader has after it; absent while it is catching up
 * @param data JSON on one line
 */
record StreamEvent(String name, String service, Optional<Position> id, String data) {

  StreamEvent withId(Position position) {
    return new StreamEvent(name, service, Optional.of(position), data);
  }

  String text() {
    return "event: "
        + name
        + '\n'
        + id.map(position -> "id: " + position + '\n').orElse("")
        + "data: "
        + data
        + "\n\n";
  }
}
