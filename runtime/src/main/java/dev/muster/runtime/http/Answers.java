package dev.muster.runtime.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.HttpResponseException;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.runtime.part.Fault;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers where no handler did: problem documents that show nothing of what is inside. */
record Answers(ErrorPage page) implements ServerErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final Map<HttpStatus, String> SENTENCES =
      Map.of(
          HttpStatus.NOT_FOUND, "There is nothing at this path.",
          HttpStatus.METHOD_NOT_ALLOWED, "This path does not take this method.",
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This path does not take this content type.",
          HttpStatus.SERVICE_UNAVAILABLE, "The server cannot answer now.",
          HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; the log says where.");

  @Override
  public HttpResponse onServiceException(ServiceRequestContext ctx, Throwable cause) {
    if (cause instanceof HttpResponseException answered) {
      return answered.httpResponse();
    }
    HttpStatus status = status(cause);
    if (status.equals(HttpStatus.INTERNAL_SERVER_ERROR)) {
      LOG.atWarn()
          .addKeyValue("route", ctx.config().route().patternString())
          .addKeyValue("fault", Fault.of(cause))
          .log("a request failed");
    }
    return ErrorPage.answer(page, problem(status, ctx.config()), ctx.request().headers())
        .toHttpResponse();
  }

  private static HttpStatus status(Throwable cause) {
    if (cause instanceof HttpStatusException stated) {
      return stated.httpStatus();
    } else if (cause instanceof ContentTooLargeException) {
      return HttpStatus.REQUEST_ENTITY_TOO_LARGE;
    } else if (cause instanceof RequestTimeoutException) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    return HttpStatus.INTERNAL_SERVER_ERROR;
  }

  @Override
  public AggregatedHttpResponse renderStatus(
      @Nullable ServiceRequestContext ctx,
      ServiceConfig config,
      @Nullable RequestHeaders headers,
      HttpStatus status,
      @Nullable String description,
      @Nullable Throwable cause) {
    return ErrorPage.answer(page, problem(status, config), headers);
  }

  private static Problem problem(HttpStatus status, ServiceConfig config) {
    if (status.equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE)) {
      return Problem.of(
          status, "The request is larger than " + config.maxRequestLength() + " bytes.");
    }
    return Problem.of(status, SENTENCES.getOrDefault(status, status.reasonPhrase() + '.'));
  }
}
