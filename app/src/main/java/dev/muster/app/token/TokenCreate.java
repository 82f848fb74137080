package dev.muster.app.token;

import dev.muster.app.ReadsSettings;
import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.auth.Role;
import dev.muster.runtime.auth.Scope;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster token create}: for a person by e-mail, for a machine by what it may speak for. */
@Command(
    name = "create",
    description = {
      "Issues a token and prints it; it is shown this once.",
      "For a person: --email, --team and --role; for a machine: --source and --service."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster token create --name 'Ada L.' --email ada@acme.example --team checkout \\",
      "      --role viewer --role attester",
      "  muster token create --name ci --source 'github/*' --service orders --service payments"
    })
final class TokenCreate implements Callable<Integer>, ReadsSettings {

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "Who it is for.")
  private String name = "";

  @Option(names = "--email", paramLabel = "ADDRESS", description = "A person's address.")
  private @Nullable String email;

  @Option(names = "--team", paramLabel = "TEAM", description = "A person's team.")
  private @Nullable String team;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "What a person may do, repeatable: ${COMPLETION-CANDIDATES}.")
  private List<Role> roles = List.of();

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "A source that a machine may speak as, repeatable; may end in *.")
  private List<String> sources = List.of();

  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      description = "A service that a machine may speak of, repeatable; may end in *.")
  private List<String> services = List.of();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Until it expires; for a person at most, and by default, 90.")
  private @Nullable Integer days;

  @Spec private @Nullable CommandSpec spec;

  private final TokenCommand.Folder folder;

  TokenCreate(TokenCommand.Folder folder) {
    this.folder = folder;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(HouseSettings.DATA);
  }

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Tokens.Issued issued;
    try {
      issued = issue(folder.tokens());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, String.valueOf(e.getMessage()), e);
    }
    line.getErr()
        .println("Token " + issued.identity().tokenId() + "; keep it, nobody can show it again:");
    line.getErr().flush();
    line.getOut().println(issued.text());
    return CommandLine.ExitCode.OK;
  }

  private Tokens.Issued issue(Tokens tokens) {
    boolean person = email != null || team != null || !roles.isEmpty();
    boolean machine = !sources.isEmpty() || !services.isEmpty();
    if (person == machine) {
      throw new IllegalArgumentException(
          "need either --email, --team and --role (a person), or --source and --service (a machine)");
    }
    long longest = Identity.Person.LONGEST.toDays();
    if (days != null && (days < 1 || (person && days > longest))) {
      throw new IllegalArgumentException(
          "need 1 <= --days"
              + (person ? " <= " + longest + " for a person" : "")
              + ", got "
              + days);
    }
    Optional<Duration> life = Optional.ofNullable(days).map(Duration::ofDays);
    if (person) {
      requireAll();
      return tokens.issuePerson(
          name,
          Objects.requireNonNullElse(email, ""),
          Objects.requireNonNullElse(team, ""),
          EnumSet.copyOf(roles),
          life.orElse(Identity.Person.LONGEST));
    }
    if (sources.isEmpty() || services.isEmpty()) {
      throw new IllegalArgumentException(
          "a machine needs --source and --service, each at least once");
    }
    return tokens.issueMachine(
        name, Map.of("source", new Scope(sources), "service", new Scope(services)), life);
  }

  private void requireAll() {
    List<String> missing = new ArrayList<>();
    if (name.isBlank()) {
      missing.add("--name");
    }
    if (email == null || email.isBlank()) {
      missing.add("--email");
    }
    if (team == null || team.isBlank()) {
      missing.add("--team");
    }
    if (roles.isEmpty()) {
      missing.add("--role");
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "a person needs " + String.join(" and ", missing) + " too");
    }
  }
}
