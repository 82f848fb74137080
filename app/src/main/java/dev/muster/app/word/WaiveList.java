package dev.muster.app.word;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.app.api.SinkApi;
import dev.muster.core.waiver.Waiver;
import dev.muster.runtime.settings.Setting;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster waive list}. */
@Command(
    name = "list",
    description = "Lists waivers, those that are over too.",
    footer = {"", "Exit codes: 0 told, 2 wrong use, 3 no answer."})
final class WaiveList implements Callable<Integer>, ReadsSettings {
  @Option(names = "--service", paramLabel = "S", description = "Only of this service.")
  private @Nullable String service;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those that stand so: ${COMPLETION-CANDIDATES}.")
  private Waiver.@Nullable State state;

  @Spec private @Nullable CommandSpec spec;

  private final WaiveCommand.Desk desk;

  WaiveList(WaiveCommand.Desk desk) {
    this.desk = desk;
  }

  @Override
  public List<Setting<?>> settings() {
    return SinkApi.SETTINGS;
  }

  @Override
  public Integer call() {
    String query =
        "?"
            + (service == null ? "" : "service=" + SinkApi.encoded(service) + '&')
            + (state == null ? "" : "state=" + state);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    JsonNode waivers = desk.api().get("/api/v1/waivers" + query).path("waivers");
    if (waivers.isEmpty()) {
      out.println("No waivers.");
    }
    for (JsonNode each : waivers) {
      out.printf(
          "%s  %-9s  %s  %s/%s  until %s%n",
          each.path("id").asText(),
          each.path("state").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
          each.path("service").asText(),
          each.path("standard").asText(),
          each.path("gate").asText(),
          each.path("expires").asText());
      out.printf(
          "    asked by %s: %s%n", each.path("requestedBy").asText(), each.path("reason").asText());
      if (each.hasNonNull("decidedBy")) {
        out.printf("    answered by %s%n", each.path("decidedBy").asText());
      }
    }
    return Exit.OK;
  }
}
