package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one stream: the newest events whole, of older ones the newest of each
 * combination.
 *
 * @param events newest first
 * @param horizon from here on nothing is missing that could have decided; absent: nothing was
 *     dropped
 */
public record EvidenceStream(StreamKey key, List<Evidence> events, @Nullable Instant horizon) {

  /** Newest events kept of scans and backups. */
  public static final int NEWEST = 12;

  /** Newest deploys kept of an environment: a release can be long in staging. */
  public static final int NEWEST_DEPLOYS = 32;

  /** Older events kept, each the newest of its combination. */
  public static final int OLDER = 32;

  /** Events kept of what does not run (yet): pull requests, builds not deployed. */
  public static final int WAITING = 64;

  public EvidenceStream {
    events = List.copyOf(events);
  }

  /** With no event yet. */
  public static EvidenceStream empty(StreamKey key) {
    return new EvidenceStream(key, List.of(), null);
  }

  /**
   * With one more event; itself when the event is a repeat.
   *
   * @param runs whether an event is about what runs; only decides what is dropped first
   */
  EvidenceStream with(Evidence event, Predicate<Evidence> runs) {
    if (events.stream().anyMatch(event::sameEvent)) {
      return this;
    }
    List<Evidence> more = new ArrayList<>(events);
    int at = 0;
    while (at < more.size() && Evidence.BY_AGE.compare(more.get(at), event) > 0) {
      at++;
    }
    more.add(at, event);
    return more.size() <= newest() ? new EvidenceStream(key, more, horizon) : pruned(more, runs);
  }

  private EvidenceStream pruned(List<Evidence> all, Predicate<Evidence> runs) {
    List<Evidence> kept = new ArrayList<>();
    Map<Object, Evidence> older = new HashMap<>();
    Map<Object, Evidence> waiting = new HashMap<>();
    int counted = 0;
    Instant missing = horizon;
    for (Evidence event : all) {
      if (!runs.test(event)) {
        Evidence newer = waiting.get(waitingFor(event));
        if (newer != null) {
          missing = later(missing, newer.acts());
        } else if (waiting.size() < WAITING) {
          waiting.put(waitingFor(event), event);
          kept.add(event);
        }
      } else if (counted++ < newest()) {
        kept.add(event);
      } else if (older.size() < OLDER && !older.containsKey(event.combination())) {
        older.put(event.combination(), event);
        kept.add(event);
      } else {
        missing = later(missing, older.getOrDefault(event.combination(), event).acts());
      }
    }
    return new EvidenceStream(key, kept, missing);
  }

  private static Instant later(@Nullable Instant known, Instant other) {
    return known == null || other.isAfter(known) ? other : known;
  }

  private int newest() {
    return key.type() == EvidenceType.DEPLOY ? NEWEST_DEPLOYS : NEWEST;
  }

  private static Object waitingFor(Evidence event) {
    return event instanceof ScanEvidence scan
        ? List.of(scan.combination(), scan.place())
        : event.combination();
  }

  /** The newest event of any kind. */
  public Optional<Evidence> newestEvent() {
    return events.stream().findFirst();
  }
}
