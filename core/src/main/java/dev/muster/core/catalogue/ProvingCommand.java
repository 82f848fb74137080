package dev.muster.core.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Shell lines that prove something of a service, with what is known of it filled in. {@code
 * "$SERVICE"} stands for its name, {@code "$ENVIRONMENT"} for an environment that counts as its
 * production; what is not known stays a variable.
 *
 * @param environment its first production environment that is a name and no pattern
 */
public record ProvingCommand(String service, Optional<String> environment) {
  private static final String DEPLOY =
      "muster run --service \"$SERVICE\" --deploy --environment \"$ENVIRONMENT\" -- ./deploy.sh";

  public static ProvingCommand of(Service service) {
    return new ProvingCommand(service.name(), production(service));
  }

  /** Empty where the service declares patterns only, which the usual name does not match. */
  public static Optional<String> production(Service service) {
    List<String> declared =
        service.environments().getOrDefault(Service.PRODUCTION, Service.DEFAULT_PRODUCTION);
    Optional<String> named = declared.stream().filter(name -> !name.endsWith("*")).findFirst();
    return named.or(() -> Optional.of(Service.PRODUCTION).filter(service::isProduction));
  }

  /** A check's recipe. */
  public String of(Check check) {
    return filled(check.recipe().strip());
  }

  /** A deployment that counts. */
  public String deploy() {
    return filled(DEPLOY);
  }

  private String filled(String lines) {
    String named = lines.replace("\"$SERVICE\"", service);
    return environment.map(name -> named.replace("\"$ENVIRONMENT\"", quoted(name))).orElse(named);
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z0-9._/-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
