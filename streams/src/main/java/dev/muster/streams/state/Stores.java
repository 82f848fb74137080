package dev.muster.streams.state;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/** The names of all stores, each as {@code <what>-<shape>}, and how they are made. */
public final class Stores {
  public static final String SEEN = "seen-window";
  public static final String PULSES = "service-clock";
  public static final String STATES = "service-state";
  public static final String EVIDENCE = "evidence-rows";
  public static final String DEPLOYS = "deploy-rows";
  public static final String DEADLINES = "deadline-index";
  public static final String DOCUMENTS = "catalogue-documents";
  public static final String MEMBERS = "member-index";
  public static final String WAIVERS = "waiver-book";
  public static final String BURNS = "burn-ledger";
  public static final String HOURS = "burn-hours";
  public static final String COPIES = "budget-copies";
  public static final String MAINTENANCE = "maintenance-book";
  public static final String ALERTS = "alert-rows";
  public static final String SIGNS = "alert-signs";
  public static final String ROTATIONS = "rotation-weeks";
  public static final String SHARES = "rotation-shares";

  /** One store, for people. */
  public record Kept(String name, String key, String holds) {}

  public static final List<Kept> ALL =
      List.of(
          new Kept(
              SEEN, "hash of source and id, week", "facts of the last 7 days, to know a repeat"),
          new Kept(PULSES, "service", "clock, and when something next falls due"),
          new Kept(STATES, "service", "definition, gates' marks, what is due, changes"),
          new Kept(EVIDENCE, "subject and stream", "the events that may prove something"),
          new Kept(DEPLOYS, "service and deployment", "deployments of the last 100 days"),
          new Kept(DEADLINES, "instant, service, what", "what falls due, for the wall clock"),
          new Kept(DOCUMENTS, "service, standard or checks", "the catalogue's documents"),
          new Kept(MEMBERS, "subject and service", "who belongs to a rotation, a system or org"),
          new Kept(WAIVERS, "service", "every step of its waivers; who could approve when"),
          new Kept(BURNS, "service and SLO", "sums over its windows, its newest hour, its alert"),
          new Kept(HOURS, "service, SLO, hour", "each minute of the last 40 days"),
          new Kept(COPIES, "service, one that confirms it, SLO, hour", "what that one told of it"),
          new Kept(MAINTENANCE, "service", "planned work as it was told"),
          new Kept(ALERTS, "service, episode or week", "its alerts, and their closed weeks"),
          new Kept(SIGNS, "subject and source", "when a source of alerts was heard"),
          new Kept(ROTATIONS, "service and rotation's week", "pages; reviews that were closed"),
          new Kept(SHARES, "rotation, week, service", "what each service adds to the week"));

  /** Those with keys that are no text. */
  static final Set<String> BY_BYTES = Set.of(EVIDENCE, DEPLOYS, DEADLINES, HOURS, COPIES, ALERTS);

  /** Those of the stage that judges: all but what comes before it and after it. */
  public static final List<String> JUDGED =
      ALL.stream().map(Kept::name).filter(name -> !Set.of(SEEN, SHARES).contains(name)).toList();

  private Stores() {}

  /** A value may be written many times between two commits; only the last is. */
  public static StoreBuilder<KeyValueStore<String, byte[]>> cached(String name) {
    return text(name).withCachingEnabled();
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> text(String name) {
    return keyValue(name, Serdes.String());
  }

  public static <K> StoreBuilder<KeyValueStore<K, byte[]>> keyValue(String name, Serde<K> key) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
        key,
        Serdes.ByteArray());
  }

  public static StoreBuilder<WindowStore<Bytes, byte[]>> window(String name, Duration kept) {
    return org.apache.kafka.streams.state.Stores.windowStoreBuilder(
        org.apache.kafka.streams.state.Stores.persistentWindowStore(
            name, kept, Duration.ofDays(1), false),
        Serdes.Bytes(),
        Serdes.ByteArray());
  }
}
