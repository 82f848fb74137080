package dev.muster.runtime.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServerBuilder;
import dev.muster.runtime.part.Health;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a server tells about itself: {@code /healthz} (503 when a restart may help), {@code /readyz}
 * (503 when no work should be sent), {@code /metrics}.
 *
 * @param health by part
 * @param metrics absent on a server that strangers see, which then gives no reasons either
 */
public record Operations(
    Supplier<Map<String, Health>> health, Optional<PrometheusMeterRegistry> metrics) {

  private static final JsonMapper JSON = new JsonMapper();

  /** For those who run it. */
  public static Operations open(
      Supplier<Map<String, Health>> health, PrometheusMeterRegistry metrics) {
    return new Operations(health, Optional.of(metrics));
  }

  /** For strangers: one word, no metrics. */
  public static Operations bare(Supplier<Map<String, Health>> health) {
    return new Operations(health, Optional.empty());
  }

  void addTo(ServerBuilder server) {
    server.service("/healthz", (ctx, req) -> answer(one -> !(one instanceof Health.Down)));
    server.service("/readyz", (ctx, req) -> answer(Health::ready));
    metrics.ifPresent(
        registry ->
            server.service(
                "/metrics",
                (ctx, req) ->
                    HttpResponse.of(HttpStatus.OK, MediaType.PLAIN_TEXT_UTF_8, registry.scrape())));
  }

  private HttpResponse answer(Predicate<Health> good) {
    Map<String, Health> parts = health.get();
    boolean all = parts.values().stream().allMatch(good);
    ObjectNode answer = JSON.createObjectNode().put("ok", all);
    if (metrics.isPresent()) {
      ObjectNode each = answer.putObject("parts");
      parts.forEach(
          (name, one) -> {
            ObjectNode part = each.putObject(name).put("status", one.word());
            if (!one.why().isEmpty()) {
              part.put("reason", one.why());
            }
          });
    }
    return HttpResponse.of(
        all ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, MediaType.JSON, answer.toString());
  }
}
