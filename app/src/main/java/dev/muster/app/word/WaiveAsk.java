package dev.muster.app.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.Day;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.app.api.SinkApi;
import dev.muster.runtime.settings.Setting;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster waive ask}. */
@Command(
    name = "ask",
    description = "Asks that a gate be waived for a time.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster waive ask orders seven-gates/load --reason 'the test bed is ordered' \\",
      "      --risk 'the first busy day shows the limit' --action 'traffic is capped' --until 2027-01-15",
      "",
      "Exit codes: 0 asked, 1 it would have no effect or you may not, 2 wrong use, 3 no answer."
    })
final class WaiveAsk implements Callable<Integer>, ReadsSettings {
  private static final JsonMapper JSON = new JsonMapper();

  @Parameters(index = "0", paramLabel = "SERVICE", description = "Which service.")
  private String service = "";

  @Parameters(index = "1", paramLabel = "STANDARD/GATE", description = "Which gate.")
  private String gate = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why it cannot pass yet.")
  private String reason = "";

  @Option(
      names = "--risk",
      required = true,
      paramLabel = "TEXT",
      description = "What it may cost until then.")
  private String risk = "";

  @Option(
      names = "--action",
      required = true,
      paramLabel = "TEXT",
      description = "What is done instead.")
  private String action = "";

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DATE",
      converter = Day.class,
      description =
          "Its end: a day, at 00:00 UTC, or an instant, at most 180 days after its start.")
  private Instant until = Instant.EPOCH;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Its start; it counts from approval at the earliest. Default: now.")
  private @Nullable Instant from;

  @Spec private @Nullable CommandSpec spec;

  private final WaiveCommand.Desk desk;

  WaiveAsk(WaiveCommand.Desk desk) {
    this.desk = desk;
  }

  @Override
  public List<Setting<?>> settings() {
    return SinkApi.SETTINGS;
  }

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    int slash = gate.indexOf('/');
    if (slash < 1 || slash == gate.length() - 1) {
      throw new ParameterException(
          own.commandLine(), "need STANDARD/GATE like seven-gates/load, got " + gate);
    }
    ObjectNode word =
        JSON.createObjectNode()
            .put("id", UUID.randomUUID().toString())
            .put("service", service)
            .put("standard", gate.substring(0, slash))
            .put("gate", gate.substring(slash + 1))
            .put("reason", reason)
            .put("risk", risk)
            .put("compensatingAction", action)
            .put("starts", from == null ? null : from.toString())
            .put("expires", until.toString());
    JsonNode written = desk.api().post("/api/v1/waivers", word);
    own.commandLine()
        .getOut()
        .printf(
            "Asked. Somebody else who may approves it with: muster waive approve %s%n",
            written.path("id").asText());
    return Exit.OK;
  }
}
