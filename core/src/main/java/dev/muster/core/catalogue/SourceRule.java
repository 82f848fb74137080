package dev.muster.core.catalogue;

import java.util.Map;

/**
 * How one tool names a service: all of {@code keys} must be equal in its payload.
 *
 * @param tool {@code alertmanager}, {@code github}, …
 * @param keys for instance {@code repository=acme/orders} or {@code labels.service=orders}
 */
public record SourceRule(String tool, Map<String, String> keys) {
  public SourceRule {
    keys = Map.copyOf(keys);
  }
}
