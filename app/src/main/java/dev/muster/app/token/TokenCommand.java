package dev.muster.app.token;

import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Settings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code muster token}. */
@Command(
    name = "token",
    description = "Issues, lists and revokes tokens of the data folder (MUSTER_DATA).",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster token create --name 'Ada L.' --email ada@acme.example --team checkout \\",
      "      --role viewer --role attester",
      "  muster token create --name ci --source 'github/*' --service orders --service payments",
      "  muster token list",
      "  muster token revoke 3f9a01bc"
    })
public final class TokenCommand {

  private TokenCommand() {}

  /** With its subcommands. */
  public static CommandLine line(Map<String, String> environment, Clock clock) {
    Folder folder = new Folder(environment, clock);
    return new CommandLine(new TokenCommand())
        .addSubcommand(new TokenCreate(folder))
        .addSubcommand(new TokenList(folder, clock))
        .addSubcommand(new TokenRevoke(folder));
  }

  /** Where tokens are; read only when a command runs. */
  record Folder(Map<String, String> environment, Clock clock) {
    Tokens tokens() {
      return new Tokens(
          new Settings(environment).read(HouseSettings.DATA), clock, new SecureRandom());
    }
  }
}
