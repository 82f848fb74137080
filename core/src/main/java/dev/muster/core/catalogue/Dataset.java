package dev.muster.core.catalogue;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data that must survive.
 *
 * @param kind {@code postgres}, {@code files}, {@code objects}, {@code volume}, …; free text
 * @param rpo how much may be lost, 2 days unless said
 * @param rto how long bringing it back may take, absent when not promised
 * @param region where it lives, absent when not said
 * @param retention how far back backups must reach, absent when not promised
 */
public record Dataset(
    String name,
    String kind,
    Duration rpo,
    @Nullable Duration rto,
    @Nullable String region,
    @Nullable Duration retention) {

  /** Where nothing is said. */
  public static final Duration DEFAULT_RPO = Duration.ofDays(2);

  private static final Set<String> NOT_DATABASES = Set.of("files", "objects", "volume");

  public Dataset {
    Names.requireId("dataset", name);
  }

  /** Whether it can be brought back to a point in time; what is not known not to be, is. */
  public boolean isDatabase() {
    return !NOT_DATABASES.contains(kind.toLowerCase(Locale.ROOT));
  }
}
