package dev.muster.ingest.door;

import dev.muster.runtime.http.Problem.FieldError;
import java.util.List;
import java.util.Optional;

/** How a request ended. */
sealed interface Outcome {

  /**
   * All of it is acknowledged.
   *
   * @param items in the order of the request
   */
  record Taken(List<Item> items, List<String> warnings) implements Outcome {
    public Taken {
      items = List.copyOf(items);
      warnings = List.copyOf(warnings);
    }

    long count(Item.Status status) {
      return items.stream().filter(item -> item.status() == status).count();
    }
  }

  /** Nobody knows who sent it. */
  record Unauthorized(String detail) implements Outcome {}

  /** None of it is taken: something is wrong with it. */
  record Malformed(List<FieldError> errors) implements Outcome {}

  /** None of it is taken: the token may not say one of them. */
  record Forbidden(String detail) implements Outcome {}

  /** A neighbour is away; some of it may have been written, so send all of it again. */
  record Unavailable(String detail) implements Outcome {}

  /**
   * What became of one fact.
   *
   * @param reason why it is parked
   * @param hint what its sender may have meant, though it is taken
   */
  record Item(
      String id,
      Status status,
      Optional<String> reason,
      Optional<String> didYouMean,
      Optional<String> hint) {
    /** In the answer in lower case. */
    enum Status {
      ACCEPTED,
      REPEATED,
      PARKED
    }

    static Item of(String id, Status status, Optional<String> hint) {
      return new Item(id, status, Optional.empty(), Optional.empty(), hint);
    }
  }
}
