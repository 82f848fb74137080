package dev.muster.app.word;

import dev.muster.app.Addresses;
import dev.muster.app.api.SinkApi;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code muster waive}. */
@Command(
    name = "waive",
    description = {
      "Written exceptions to gates: asks for them, answers them, lists them.",
      "One person asks, another with the right approves; it counts until its end and no longer."
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster waive ask orders seven-gates/load --reason 'the test bed is ordered' \\",
      "      --risk 'the first busy day shows the limit' --action 'traffic is capped' --until 2027-01-15",
      "  muster waive list --state proposed",
      "  muster waive approve 3f9a01bc"
    })
public final class WaiveCommand {

  private WaiveCommand() {}

  /** With its subcommands. */
  public static CommandLine line(Map<String, String> environment) {
    Desk desk = new Desk(Map.copyOf(environment));
    return new CommandLine(new WaiveCommand())
        .addSubcommand(new WaiveAsk(desk))
        .addSubcommand(new WaiveAnswer.Approve(desk))
        .addSubcommand(new WaiveAnswer.Reject(desk))
        .addSubcommand(new WaiveAnswer.Revoke(desk))
        .addSubcommand(new WaiveList(desk));
  }

  /** Where waivers are; asked only when a command runs. */
  record Desk(Map<String, String> environment) {
    SinkApi api() {
      return new SinkApi(Addresses.of(environment));
    }
  }
}
