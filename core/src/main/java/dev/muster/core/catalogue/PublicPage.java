package dev.muster.core.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service appears on the public status page.
 *
 * @param component the name the public reads
 * @param group the heading it stands under, absent for none
 * @param slos which SLOs decide its status; none means a person does
 */
public record PublicPage(
    String component, @Nullable String group, List<String> slos, Publish publish) {
  public PublicPage {
    slos = List.copyOf(slos);
  }

  /** Who publishes a change. */
  public enum Publish {
    MANUAL,
    APPROVE,
    AUTO
  }
}
