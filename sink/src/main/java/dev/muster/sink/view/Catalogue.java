package dev.muster.sink.view;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is run, and the texts of what it is held to.
 *
 * @param services by id
 * @param standards by {@code <id>@<hash>}
 * @param newest standards by id, as last applied
 * @param checks by id
 */
public record Catalogue(
    SortedMap<String, Service> services,
    Map<String, Standard> standards,
    Map<String, Standard> newest,
    Map<String, Check> checks) {

  /** With the text it was judged with, else the newest one of that id. */
  public Optional<Standard> standard(String id, String hash) {
    return Optional.ofNullable(standards.getOrDefault(id + '@' + hash, newest.get(id)));
  }
}
