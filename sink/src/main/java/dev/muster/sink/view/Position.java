package dev.muster.sink.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a topic was read. As text ({@code 12.0.7.3}) it is the id of a live event, so a reader
 * may come back to any program that reads the same topic.
 *
 * @param next by partition, the first offset not read
 */
public record Position(List<Long> next) {
  private static final int LONGEST = 10_000;

  public Position {
    next = List.copyOf(next);
  }

  public static Position start(int partitions) {
    return new Position(Stream.generate(() -> 0L).limit(partitions).toList());
  }

  /** Empty when it is not the text of a position. */
  public static Optional<Position> parse(String text) {
    if (text.length() > LONGEST || !text.matches("\\d{1,18}(\\.\\d{1,18})*")) {
      return Optional.empty();
    }
    return Optional.of(new Position(Stream.of(text.split("\\.", -1)).map(Long::valueOf).toList()));
  }

  public Position after(Held<?> held) {
    List<Long> moved = new ArrayList<>(next);
    moved.set(held.partition(), Math.max(moved.get(held.partition()), held.offset() + 1));
    return new Position(moved);
  }

  public boolean covers(Held<?> held) {
    return held.offset() < next.get(held.partition());
  }

  /** Whether {@code earlier} is of the same topic and not ahead of this. */
  public boolean continues(Position earlier) {
    if (earlier.next.size() != next.size()) {
      return false;
    }
    for (int partition = 0; partition < next.size(); partition++) {
      if (earlier.next.get(partition) > next.get(partition)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return next.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
