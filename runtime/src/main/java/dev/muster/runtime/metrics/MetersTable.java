package dev.muster.runtime.metrics;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The meters of a module as its README shows them; a test compares the two. */
public final class MetersTable {
  private MetersTable() {}

  public static String markdown(Collection<Meter> meters) {
    return meters.stream()
        .map(MetersTable::row)
        .collect(Collectors.joining("\n", "| meter | kind | tags | |\n|---|---|---|---|\n", "\n"));
  }

  private static String row(Meter meter) {
    String tags = meter.tags().stream().map(t -> '`' + t + '`').collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s |"
        .formatted(meter.name(), meter.kind().name().toLowerCase(Locale.ROOT), tags, meter.doc());
  }
}
