package dev.muster.streams.state;

import dev.muster.core.slo.Ledger;
import dev.muster.core.slo.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/** What was told of planned work, a row for each service. */
public final class MaintenanceRows {
  private static final int MAINTENANCE_1 = 1;

  /** As long as slices are kept that it may take out. */
  private static final Duration KEPT = Duration.ofHours(Ledger.KEPT_HOURS);

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, Maintenance> held;

  public MaintenanceRows(KeyValueStore<String, byte[]> store, int most) {
    this.store = store;
    this.held = new Lru<>(most);
  }

  public Maintenance of(String service) {
    Maintenance known = held.get(service);
    if (known == null) {
      byte[] bytes = store.get(service);
      known = bytes == null ? Maintenance.NONE : read(bytes);
      held.put(service, known);
    }
    return known;
  }

  public void put(String service, Maintenance.Told update, Instant now) {
    Maintenance after = of(service).with(update).since(now.minus(KEPT));
    held.put(service, after);
    store.put(service, write(after));
  }

  static byte[] write(Maintenance maintenance) {
    return new ByteSink()
        .number(MAINTENANCE_1)
        .list(
            maintenance.told(),
            (out, each) ->
                out.text(each.notice())
                    .instant(each.at())
                    .flag(each.planned())
                    .optional(each.from(), ByteSink::instant)
                    .optional(each.to(), ByteSink::instant))
        .bytes();
  }

  static Maintenance read(byte[] bytes) {
    return new Maintenance(
        StateCodec.of(bytes, MAINTENANCE_1, "maintenance")
            .list(
                in ->
                    new Maintenance.Told(
                        in.text(),
                        in.instant(),
                        in.flag(),
                        in.optional(ByteSource::instant),
                        in.optional(ByteSource::instant))));
  }
}
