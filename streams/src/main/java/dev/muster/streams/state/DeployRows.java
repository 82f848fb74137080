package dev.muster.streams.state;

import dev.muster.core.deploy.DeployLog;
import dev.muster.core.deploy.Deployment;
import dev.muster.core.gate.DeployEvidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The deployments of services, a row for each. Logs last used are held decoded. */
public final class DeployRows {
  private static final String BETWEEN = "\0";
  private static final String AFTER = "\1";

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, DeployLog> held;

  public DeployRows(KeyValueStore<Bytes, byte[]> store, int most) {
    this.store = store;
    this.held = new Lru<>(most);
  }

  /** What is known of a service; to be changed by {@link #put} alone. */
  public DeployLog of(String service) {
    DeployLog known = held.get(service);
    if (known == null) {
      known = DeployLog.of(read(service));
      held.put(service, known);
    }
    return known;
  }

  /** Adds a step; whether it says anything new. */
  public boolean put(String service, DeployEvidence step) {
    DeployLog log = of(service);
    Optional<Deployment> changed = log.put(step);
    changed.ifPresent(each -> store.put(key(service, each), DeployCodec.write(each)));
    log.forget(step.received()).forEach(each -> store.delete(key(service, each)));
    return changed.isPresent();
  }

  private List<Deployment> read(String service) {
    List<Deployment> deployments = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(bytes(service + BETWEEN), bytes(service + AFTER))) {
      rows.forEachRemaining(row -> deployments.add(DeployCodec.read(row.value)));
    }
    return deployments;
  }

  private static Bytes key(String service, Deployment deployment) {
    Deployment.Id id = deployment.id();
    return bytes(String.join(BETWEEN, service, id.environment(), id.source(), id.deploymentId()));
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
