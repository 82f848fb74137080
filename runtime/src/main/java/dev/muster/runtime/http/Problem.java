package dev.muster.runtime.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong with a request, as RFC 9457 says it.
 *
 * @param detail one sentence for the person who sent it; never what they sent as a whole
 * @param errors each bad field
 * @param retryAfter when to ask again
 */
public record Problem(
    HttpStatus status, String detail, List<FieldError> errors, Optional<Duration> retryAfter) {

  /**
   * One bad field.
   *
   * @param field its path, {@code [3].outcome}
   */
  public record FieldError(String field, String expected, String got) {}

  private static final MediaType TYPE = MediaType.create("application", "problem+json");
  private static final JsonMapper JSON = new JsonMapper();

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(HttpStatus status, String detail) {
    return new Problem(status, detail, List.of(), Optional.empty());
  }

  public static Problem malformed(String detail, List<FieldError> errors) {
    return new Problem(HttpStatus.BAD_REQUEST, detail, errors, Optional.empty());
  }

  public static Problem unavailable(String detail, Duration retryAfter) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail, List.of(), Optional.of(retryAfter));
  }

  public HttpResponse toResponse() {
    return aggregated().toHttpResponse();
  }

  AggregatedHttpResponse aggregated() {
    ResponseHeadersBuilder headers = ResponseHeaders.builder(status).contentType(TYPE);
    retryAfter.ifPresent(
        wait -> headers.set(HttpHeaderNames.RETRY_AFTER, Long.toString(wait.toSeconds())));
    if (status.equals(HttpStatus.UNAUTHORIZED)) {
      headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    return AggregatedHttpResponse.of(
        SecurityHeaders.added(headers.build()), HttpData.ofUtf8(json()));
  }

  private String json() {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("type", "about:blank");
    problem.put("title", status.reasonPhrase());
    problem.put("status", status.code());
    problem.put("detail", detail);
    if (!errors.isEmpty()) {
      ArrayNode list = problem.putArray("errors");
      errors.forEach(
          error ->
              list.addObject()
                  .put("field", error.field())
                  .put("expected", error.expected())
                  .put("got", error.got()));
    }
    return problem.toString();
  }
}
