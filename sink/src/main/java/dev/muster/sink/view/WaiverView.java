package dev.muster.sink.view;

import dev.muster.core.gate.GateId;
import dev.muster.core.waiver.Approvers;
import dev.muster.core.waiver.Waiver;
import dev.muster.core.waiver.WaiverBook;
import dev.muster.core.waiver.WaiverStep;
import dev.muster.core.waiver.WaiverStep.Kind;
import dev.muster.core.waiver.WaiverStep.Terms;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import dev.muster.sink.view.Changes.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All waivers as the log has them. Who approved was checked when it was written, and is checked
 * again by streams, which decides what counts.
 */
public final class WaiverView implements Part {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final TopicView<dev.muster.schemas.fact.Waiver> topic;
  private final ConcurrentMap<String, CompletableFuture<Void>> awaits = new ConcurrentHashMap<>();
  private volatile SortedMap<String, WaiverBook> books = new TreeMap<>();

  /** A waiver and the service it is for. */
  public record Of(String service, Waiver waiver) {}

  public WaiverView(TopicView<dev.muster.schemas.fact.Waiver> topic) {
    this.topic = topic;
  }

  @Override
  public String name() {
    return topic.name();
  }

  @Override
  public void start() {
    topic.listen(this::read);
    topic.start();
  }

  private void read(List<Change<dev.muster.schemas.fact.Waiver>> changes) {
    books = folded();
    changes.forEach(change -> read(change.held().value()));
  }

  private void read(dev.muster.schemas.fact.@Nullable Waiver record) {
    CompletableFuture<Void> awaited = record == null ? null : awaits.remove(record.getId());
    if (awaited != null) {
      awaited.complete(null);
    }
  }

  /**
   * Done when a record of this id is read, or after a few seconds in any case. To be called before
   * it is written, so that who wrote it finds it on the page that comes next.
   */
  public CompletableFuture<Void> awaits(String id) {
    return awaits
        .computeIfAbsent(id, key -> new CompletableFuture<>())
        .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((done, never) -> awaits.remove(id));
  }

  /** Absent until all of them were read. */
  public @Nullable Freshness freshness() {
    return topic.freshness();
  }

  /** All, by service, in the order they were asked for. */
  public List<Of> all() {
    List<Of> all = new ArrayList<>();
    books.forEach(
        (service, book) -> book.waivers().forEach(waiver -> all.add(new Of(service, waiver))));
    return all;
  }

  public Optional<Of> find(String id) {
    return all().stream().filter(each -> each.waiver().id().equals(id)).findFirst();
  }

  /**
   * The waivers of a service, ready for a next step.
   *
   * @param approvers who may approve now
   */
  public WaiverBook book(String service, Set<String> approvers, Instant now) {
    WaiverBook book = books.getOrDefault(service, WaiverBook.EMPTY);
    return WaiverBook.of(book.steps(), book.approvers().with(now, approvers));
  }

  private SortedMap<String, WaiverBook> folded() {
    Map<String, List<Held<dev.muster.schemas.fact.Waiver>>> records =
        topic.snapshot().held().values().stream()
            .filter(held -> held.value() != null)
            .collect(
                Collectors.groupingBy(
                    held -> value(held).getService(), HashMap::new, Collectors.toList()));
    SortedMap<String, WaiverBook> folded = new TreeMap<>();
    records.forEach((service, all) -> folded.put(service, book(all)));
    return folded;
  }

  /** In the order of the log: all of a service lie in one partition; a repeat counts once. */
  private static WaiverBook book(List<Held<dev.muster.schemas.fact.Waiver>> records) {
    List<WaiverStep> steps = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Set<String> deciders = new HashSet<>();
    records.sort(
        Comparator.comparingInt(Held<dev.muster.schemas.fact.Waiver>::partition)
            .thenComparingLong(Held::offset));
    for (Held<dev.muster.schemas.fact.Waiver> held : records) {
      if (seen.add(value(held).getSource() + '\n' + value(held).getId())) {
        step(value(held), held.at()).ifPresent(steps::add);
        deciders.add(value(held).getBy());
      }
    }
    return WaiverBook.of(steps, Approvers.NONE.with(Instant.EPOCH, deciders));
  }

  private static dev.muster.schemas.fact.Waiver value(Held<dev.muster.schemas.fact.Waiver> held) {
    dev.muster.schemas.fact.Waiver value = held.value();
    if (value == null) {
      throw new IllegalStateException("a record without value was let through");
    }
    return value;
  }

  private static Optional<WaiverStep> step(dev.muster.schemas.fact.Waiver fact, Instant received) {
    Terms terms =
        new Terms(
            new GateId(fact.getStandard(), fact.getGate()),
            fact.getReason(),
            fact.getRisk(),
            fact.getCompensatingAction(),
            fact.getRequestedBy(),
            fact.getStarts(),
            fact.getExpires());
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(fact.getState().name()))
        .findFirst()
        .map(
            kind ->
                new WaiverStep(
                    fact.getWaiverId(), terms, kind, fact.getBy(), fact.getTime(), received));
  }

  @Override
  public Health check() {
    return topic.check();
  }

  @Override
  public void close() {
    topic.close();
  }
}
