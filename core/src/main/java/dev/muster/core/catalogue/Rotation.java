package dev.muster.core.catalogue;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call.
 *
 * @param zone whose clock its weeks and hours follow
 * @param pagesFrom the source that is the authority for its pages; absent means Alertmanager's
 *     groups
 */
public record Rotation(String name, String team, ZoneId zone, @Nullable String pagesFrom) {
  public Rotation {
    Names.requireId("rotation", name);
  }
}
