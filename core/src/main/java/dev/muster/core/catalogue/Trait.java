package dev.muster.core.catalogue;

import java.util.Set;

/** The closed list of what kind of service one can be. */
public final class Trait {
  /** The one that makes datasets a duty. */
  public static final String DATA = "data";

  /** All there are. */
  public static final Set<String> ALL =
      Set.of(
          "public",
          "web",
          DATA,
          "calls-out",
          "multi-service",
          "auth",
          "payments",
          "health",
          "regulated");

  private Trait() {}
}
