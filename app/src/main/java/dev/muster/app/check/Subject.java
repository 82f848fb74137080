package dev.muster.app.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.api.SinkApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked about: one of the two. */
final class Subject {
  @Option(names = "--service", required = true, paramLabel = "S", description = "One service.")
  private @Nullable String service;

  @Option(
      names = "--system",
      required = true,
      paramLabel = "Y",
      description = "All services of a system; the worst counts.")
  private @Nullable String system;

  /** Where the API has it. */
  String path() {
    return service == null
        ? "/api/v1/systems/" + SinkApi.encoded(String.valueOf(system))
        : "/api/v1/services/" + SinkApi.encoded(service);
  }

  void addTo(ObjectNode body) {
    body.put("service", service).put("system", system);
  }
}
