package dev.muster.app.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.runtime.part.Fault;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request, and how it is answered. */
record Call(ServiceRequestContext context, String text) {

  private static final Logger LOG = LoggerFactory.getLogger(Call.class);
  private static final MediaType TYPE = MediaType.parse("application/vnd.schemaregistry.v1+json");
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Answers with what is written as JSON, or throws a {@link Refusal}. */
  @FunctionalInterface
  interface Handler {
    Object handle(Call call);
  }

  /** JSON already. */
  record Raw(String json) {}

  /** Away from the event loop, since changes wait for the disk. */
  static HttpResponse answer(ServiceRequestContext context, HttpRequest request, Handler handler) {
    return HttpResponse.of(
        request
            .aggregate()
            .thenApplyAsync(
                whole -> new Call(context, whole.contentUtf8()).answer(handler),
                context.blockingTaskExecutor()));
  }

  private HttpResponse answer(Handler handler) {
    try {
      return json(HttpStatus.OK, handler.handle(this));
    } catch (Refusal refusal) {
      return refused(refusal);
    } catch (UncheckedIOException e) {
      LOG.atWarn().addKeyValue("fault", Fault.of(e)).log("the registry's file cannot be written");
      return refused(Refusal.storeFailed());
    }
  }

  private static HttpResponse refused(Refusal refusal) {
    return json(
        HttpStatus.valueOf(refusal.status()), new ErrorMessage(refusal.code(), refusal.sentence()));
  }

  private static HttpResponse json(HttpStatus status, Object body) {
    try {
      String json = body instanceof Raw raw ? raw.json : JSON.writeValueAsString(body);
      return HttpResponse.of(status, TYPE, json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path(String name) {
    return Objects.requireNonNull(context.pathParam(name), name);
  }

  int id() {
    String id = path("id");
    if (!id.matches("[0-9]{1,9}")) {
      throw Refusal.noSchema(id + " ");
    }
    return Integer.parseInt(id);
  }

  /** Empty when not given. */
  String query(String name) {
    return Objects.requireNonNullElse(context.queryParam(name), "");
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(query(name));
  }

  <T> T body(Class<T> type) {
    try {
      T body = JSON.readValue(text, type);
      if (body == null) {
        throw Refusal.badSchema("the request is empty");
      }
      return body;
    } catch (JsonProcessingException e) {
      throw Refusal.badSchema("the request is not the JSON that was expected");
    }
  }
}
