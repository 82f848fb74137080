package dev.muster.ingest.door;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import dev.muster.ingest.collector.Json;
import dev.muster.ingest.door.Outcome.Item.Status;
import dev.muster.runtime.http.Problem;
import java.time.Duration;
import java.util.Locale;

/** What each outcome is answered with. */
final class Answers {
  /** Alertmanager and others ask again on 5xx only, so never 429. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private Answers() {}

  static HttpResponse of(Outcome outcome) {
    if (outcome instanceof Outcome.Taken taken) {
      return HttpResponse.of(HttpStatus.ACCEPTED, MediaType.JSON, json(taken).toString());
    } else if (outcome instanceof Outcome.Malformed malformed) {
      return Problem.malformed(
              "Nothing was taken: some fields are not as expected.", malformed.errors())
          .toResponse();
    } else if (outcome instanceof Outcome.Unauthorized unauthorized) {
      return Problem.of(HttpStatus.UNAUTHORIZED, unauthorized.detail()).toResponse();
    } else if (outcome instanceof Outcome.Forbidden forbidden) {
      return Problem.of(HttpStatus.FORBIDDEN, forbidden.detail()).toResponse();
    }
    Outcome.Unavailable unavailable = (Outcome.Unavailable) outcome;
    return Problem.unavailable(unavailable.detail() + " Send it again.", RETRY_AFTER).toResponse();
  }

  private static ObjectNode json(Outcome.Taken taken) {
    ObjectNode answer = Json.object();
    answer.put("accepted", taken.count(Status.ACCEPTED) + taken.count(Status.REPEATED));
    answer.put("parked", taken.count(Status.PARKED));
    ArrayNode items = answer.putArray("items");
    taken
        .items()
        .forEach(
            item -> {
              ObjectNode one =
                  items.addObject().put("id", item.id()).put("status", told(item.status()));
              item.reason().ifPresent(reason -> one.put("reason", reason));
              item.didYouMean().ifPresent(name -> one.put("didYouMean", name));
              item.hint().ifPresent(hint -> one.put("hint", hint));
            });
    if (!taken.warnings().isEmpty()) {
      ArrayNode warnings = answer.putArray("warnings");
      taken.warnings().forEach(warnings::add);
    }
    return answer;
  }

  /** A repeat is answered like the first: whoever sends again cannot tell which one was heard. */
  private static String told(Status status) {
    return word(status == Status.REPEATED ? Status.ACCEPTED : status);
  }

  /** For meters, which do tell repeats. */
  static String word(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
