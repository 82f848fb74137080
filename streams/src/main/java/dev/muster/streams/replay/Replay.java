package dev.muster.streams.replay;

import dev.muster.core.catalogue.Trial;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the log's past, partition after partition, from its beginning: a state needs all that went
 * before. With something to try it judges each record twice, so that the log is read once.
 */
public final class Replay {
  /** Ten thousand states are some 100 MB at most. */
  private static final int HELD = 10_000;

  private final PastLog log;
  private final History.Span asked;
  private final Set<String> services;
  private final Progress progress;
  private long read;

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * So far.
     *
     * @param read records, up to an instant of one of the partitions
     */
    void read(long read, Instant upTo);
  }

  /**
   * How it was, and how it would have been.
   *
   * @param records read
   */
  public record Told(History without, Optional<History> with, long records) {}

  /**
   * Of a log.
   *
   * @param services those asked for, none for all
   */
  public Replay(PastLog log, History.Span asked, Set<String> services, Progress progress) {
    this.log = log;
    this.asked = asked;
    this.services = Set.copyOf(services);
    this.progress = progress;
  }

  /**
   * Reads and judges.
   *
   * @param partitions those that hold what was asked for
   */
  public Told tell(Collection<Integer> partitions, Optional<Trial> trial) {
    History without = new History(asked, services);
    Optional<History> with = trial.map(any -> new History(asked, services));
    for (int partition : partitions) {
      HeapTask asItWas = new HeapTask(partition, HELD, without);
      Optional<HeapTask> tried = with.map(history -> new HeapTask(partition, HELD, history));
      Optional<WhatIf> whatIf = trial.map(WhatIf::new);
      log.partition(partition)
          .read(
              record -> {
                asItWas.read(record);
                tried.ifPresent(task -> task.read(whatIf.orElseThrow().of(record)));
                progress.read(++read, record.received());
              });
      asItWas.end(asked.to());
      tried.ifPresent(task -> task.end(asked.to()));
    }
    return new Told(without, with, read);
  }
}
