package dev.muster.app;

import dev.muster.runtime.settings.HouseSettings;
import java.util.List;

/** The registry lacks schemas that a program writes by, and it may not register them. */
public final class SchemasMissing extends RuntimeException {
  private static final long serialVersionUID = 1;

  SchemasMissing(HouseSettings house, List<String> subjects) {
    super(
        ("the registry at %s lacks our schema of %s;"
                + " roll out with 'muster schemas register', or set %s=true")
            .formatted(
                house.registry(),
                String.join(", ", subjects),
                HouseSettings.REGISTER_SCHEMAS.name()));
  }
}
