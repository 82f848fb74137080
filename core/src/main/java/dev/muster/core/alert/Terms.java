package dev.muster.core.alert;

import dev.muster.core.catalogue.Names;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a service that its alerts are read by.
 *
 * @param rotation who is told; absent: nobody is on call
 * @param production names of environments that users reach; a trailing {@code *} matches any rest
 */
public record Terms(@Nullable Rotation rotation, List<String> production) {
  /** Tools whose groups are pages and which know no acknowledgement. */
  private static final Set<String> NOTIFIERS = Set.of("alertmanager", "grafana");

  private static final String DEFAULT_AUTHORITY = "alertmanager";

  public Terms {
    production = List.copyOf(production);
  }

  public static Terms of(Service service) {
    return new Terms(
        service.rotation(),
        service.environments().getOrDefault(Service.PRODUCTION, Service.DEFAULT_PRODUCTION));
  }

  /** Whether users reach it; one that was not told counts as such. */
  boolean isProduction(@Nullable String environment) {
    return environment == null
        || production.stream().anyMatch(name -> Names.matches(name, environment));
  }

  /** Whose clock weeks and hours follow; of nobody on call: UTC. */
  public ZoneId zone() {
    return rotation == null ? ZoneOffset.UTC : rotation.zone();
  }

  public @Nullable String rotationName() {
    return rotation == null ? null : rotation.name();
  }

  /** Whether a source's incidents are the rotation's pages: named whole, or by its tool alone. */
  public boolean isAuthority(String source) {
    String pagesFrom = rotation == null ? null : rotation.pagesFrom();
    return pagesFrom == null
        ? tool(source).equals(DEFAULT_AUTHORITY)
        : source.equals(pagesFrom) || source.startsWith(pagesFrom + '/');
  }

  /** Whether a source is the rotation's authority, and people answer in it. */
  public boolean isAnsweringAuthority(String source) {
    return isAuthority(source) && isAnswered(source);
  }

  /** Whether silence in the authority's incidents tells anything: people answer in it. */
  static boolean isAnswered(String source) {
    return !NOTIFIERS.contains(tool(source));
  }

  private static String tool(String source) {
    int slash = source.indexOf('/');
    return slash < 0 ? source : source.substring(0, slash);
  }
}
