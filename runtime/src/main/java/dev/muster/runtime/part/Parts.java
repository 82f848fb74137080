package dev.muster.runtime.part;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that are started in order and closed in reverse; when one fails to start, so do all. */
public final class Parts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final List<Part> all;
  private final Deque<Part> started = new ArrayDeque<>();

  public Parts(List<? extends Part> all) {
    this.all = List.copyOf(all);
  }

  public synchronized void start() {
    for (Part part : all) {
      started.push(part);
      try {
        part.start();
      } catch (RuntimeException | Error e) {
        close();
        throw e;
      }
      LOG.atInfo().addKeyValue("part", part.name()).log("started");
    }
  }

  /** By name, in starting order. */
  public Map<String, Health> check() {
    Map<String, Health> healths = new LinkedHashMap<>();
    all.forEach(part -> healths.put(part.name(), part.check()));
    return healths;
  }

  /** The worst of them: down, starting, degraded, up. */
  public Health worst() {
    return all.stream()
        .map(Part::check)
        .max(Comparator.comparingInt(Parts::badness))
        .orElseGet(Health::up);
  }

  private static int badness(Health health) {
    if (health instanceof Health.Down) {
      return 3;
    } else if (health instanceof Health.Starting) {
      return 2;
    }
    return health instanceof Health.Degraded ? 1 : 0;
  }

  /** Closes every started part, also when one of them throws. */
  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      Part part = started.pop();
      try {
        part.close();
      } catch (RuntimeException e) {
        LOG.atWarn()
            .addKeyValue("part", part.name())
            .addKeyValue("fault", Fault.of(e))
            .log("did not close cleanly");
      }
    }
  }
}
