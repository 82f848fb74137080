package dev.muster.sink.word;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.runtime.http.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The answers of the API. */
final class Documents implements Writing.Answers {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public CompletableFuture<HttpResponse> after(
      Said<?> said, Supplier<CompletableFuture<Void>> write) {
    String body =
        JSON.createObjectNode().put("id", said.id()).put("subject", said.subject()).toString();
    return write
        .get()
        .thenApply(written -> HttpResponse.of(HttpStatus.CREATED, MediaType.JSON, body));
  }

  @Override
  public HttpResponse refused(ServiceRequestContext ctx, String sent, Problem problem) {
    return problem.toResponse();
  }
}
