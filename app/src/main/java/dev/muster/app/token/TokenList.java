package dev.muster.app.token;

import dev.muster.app.ReadsSettings;
import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.auth.StoredToken;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster token list}. */
@Command(
    name = "list",
    description = "Lists all tokens, also those no longer valid; never their text.",
    footerHeading = "%nExample:%n",
    footer = "  muster token list")
final class TokenList implements Callable<Integer>, ReadsSettings {

  @Spec private @Nullable CommandSpec spec;

  private final TokenCommand.Folder folder;
  private final Clock clock;

  TokenList(TokenCommand.Folder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(HouseSettings.DATA);
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Instant now = clock.instant();
    out.println(row("ID", "STATE", "UNTIL", "NAME", "MAY"));
    for (StoredToken token : folder.tokens().list()) {
      out.println(
          row(
              token.identity().tokenId(),
              token.revoked().isPresent() ? "revoked" : token.isValidAt(now) ? "valid" : "expired",
              token.expires().map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-"),
              token.identity().name(),
              rights(token.identity())));
    }
    return CommandLine.ExitCode.OK;
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-9s %-8s %-21s %-20s %s", cells);
  }

  private static String rights(Identity identity) {
    if (identity instanceof Identity.Person person) {
      return person.roles().stream()
          .sorted()
          .map(role -> role.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", ", "", " <" + person.email() + ">"));
    }
    return ((Identity.Machine) identity)
        .scopes().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(scope -> scope.getKey() + " " + String.join(", ", scope.getValue().patterns()))
            .collect(Collectors.joining("; "));
  }
}
