package dev.muster.app.token;

import dev.muster.app.ReadsSettings;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster token revoke}. */
@Command(
    name = "revoke",
    description = "Ends a token at once, also in programs that run.",
    footerHeading = "%nExample:%n",
    footer = "  muster token revoke 3f9a01bc")
final class TokenRevoke implements Callable<Integer>, ReadsSettings {

  @Parameters(paramLabel = "ID", description = "As 'muster token list' shows it.")
  private String id = "";

  @Spec private @Nullable CommandSpec spec;

  private final TokenCommand.Folder folder;

  TokenRevoke(TokenCommand.Folder folder) {
    this.folder = folder;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(HouseSettings.DATA);
  }

  @Override
  public Integer call() {
    boolean known = folder.tokens().revoke(id);
    if (!known) {
      Objects.requireNonNull(spec)
          .commandLine()
          .getErr()
          .println("muster: there is no token " + id);
    }
    return known ? 0 : 1;
  }
}
