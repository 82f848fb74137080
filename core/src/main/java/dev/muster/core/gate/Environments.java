package dev.muster.core.gate;

import dev.muster.core.catalogue.Names;
import dev.muster.core.catalogue.Service;
import java.util.List;

/** What a class of environments means to a service. */
final class Environments {
  /** Where what is going to production is tried first. */
  static final String STAGING = "staging";

  private static final List<String> DEFAULT_STAGING =
      List.of("staging", "stage", "staging-*", "stage-*");

  private Environments() {}

  static boolean isOf(String wanted, Service service, String environment) {
    if (wanted.equals(Service.PRODUCTION)) {
      return service.isProduction(environment);
    }
    List<String> otherwise = wanted.equals(STAGING) ? DEFAULT_STAGING : List.of(wanted);
    return service.environments().getOrDefault(wanted, otherwise).stream()
        .anyMatch(name -> Names.matches(name, environment));
  }
}
