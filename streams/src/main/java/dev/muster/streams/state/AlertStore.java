package dev.muster.streams.state;

import dev.muster.core.alert.Episode;
import dev.muster.core.alert.book.AlertBook;
import dev.muster.core.alert.book.AlertRows;
import dev.muster.core.alert.book.Ledger;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.ServiceWeek;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of services: a row for each episode, each closed week, and one for the rest. An event
 * reads its own row and that one; whole books are read when weeks close, and those last used are
 * held decoded.
 */
public final class AlertStore {
  /** A ledger is some hundred bytes, a book up to a megabyte. */
  private static final int LEDGERS_FOR_EACH_BOOK = 20;

  private static final char BETWEEN = '\0';
  private static final String LEDGER = BETWEEN + "a";
  private static final String EPISODE = BETWEEN + "e" + BETWEEN;
  private static final String WEEK = BETWEEN + "w" + BETWEEN;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Ledger> ledgers;
  private final Map<String, Instant> quiet;
  private final Map<String, Map<Episode.Id, Episode>> books;
  private final Map<String, Map<IsoWeek, ServiceWeek>> weeks;

  /**
   * Over a store.
   *
   * @param most books held decoded
   */
  public AlertStore(KeyValueStore<Bytes, byte[]> store, int most) {
    this.store = store;
    this.ledgers = new Lru<>(most * LEDGERS_FOR_EACH_BOOK);
    this.quiet = new Lru<>(most * LEDGERS_FOR_EACH_BOOK);
    this.books = new Lru<>(most);
    this.weeks = new Lru<>(most);
  }

  /** The rows of one service. */
  public AlertRows of(String service) {
    return new Rows(service);
  }

  /** As {@link AlertBook#quietFrom}: every sample asks for it. */
  public Instant quietFrom(String service) {
    Instant known = quiet.get(service);
    if (known == null) {
      known = new AlertBook(of(service)).quietFrom();
      quiet.put(service, known);
    }
    return known;
  }

  private List<byte[]> read(String prefix) {
    List<byte[]> rows = new ArrayList<>();
    each(prefix, rows::add);
    return rows;
  }

  private void each(String prefix, Consumer<byte[]> row) {
    byte[] from = prefix.getBytes(StandardCharsets.UTF_8);
    byte[] to = from.clone();
    to[to.length - 1]++;
    try (KeyValueIterator<Bytes, byte[]> found = store.range(Bytes.wrap(from), Bytes.wrap(to))) {
      found.forEachRemaining(each -> row.accept(each.value));
    }
  }

  private static Bytes key(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private final class Rows implements AlertRows {
    private final String service;

    Rows(String service) {
      this.service = service;
    }

    /** In the order of their series, then of time. */
    private Bytes key(Episode.Id id) {
      byte[] series =
          (service + EPISODE + id.source() + BETWEEN + id.fingerprint() + BETWEEN)
              .getBytes(StandardCharsets.UTF_8);
      return Bytes.wrap(
          ByteBuffer.allocate(series.length + Long.BYTES)
              .put(series)
              .putLong(id.startedAt().toEpochMilli())
              .array());
    }

    @Override
    public @Nullable Episode episode(Episode.Id id) {
      Map<Episode.Id, Episode> book = books.get(service);
      if (book != null) {
        return book.get(id);
      }
      byte[] bytes = store.get(key(id));
      return bytes == null ? null : EpisodeCodec.read(bytes);
    }

    @Override
    public void put(Episode episode) {
      Map<Episode.Id, Episode> book = books.get(service);
      if (book != null) {
        book.put(episode.id(), episode);
      }
      store.put(key(episode.id()), EpisodeCodec.write(episode));
    }

    @Override
    public void forget(Episode.Id id) {
      Map<Episode.Id, Episode> book = books.get(service);
      if (book != null) {
        book.remove(id);
      }
      store.delete(key(id));
    }

    @Override
    public Collection<Episode> episodes() {
      Map<Episode.Id, Episode> book = books.get(service);
      if (book == null) {
        Map<Episode.Id, Episode> found = new HashMap<>();
        read(service + EPISODE).stream()
            .map(EpisodeCodec::read)
            .forEach(each -> found.put(each.id(), each));
        book = found;
        books.put(service, book);
      }
      return List.copyOf(book.values());
    }

    private Map<IsoWeek, ServiceWeek> said() {
      Map<IsoWeek, ServiceWeek> known = weeks.get(service);
      if (known == null) {
        Map<IsoWeek, ServiceWeek> found = new HashMap<>();
        read(service + WEEK).stream()
            .map(WeekCodec::read)
            .forEach(each -> found.put(each.week(), each));
        known = found;
        weeks.put(service, known);
      }
      return known;
    }

    @Override
    public @Nullable ServiceWeek week(IsoWeek week) {
      return said().get(week);
    }

    @Override
    public void put(ServiceWeek week) {
      said().put(week.week(), week);
      store.put(AlertStore.key(service + WEEK + week.week()), WeekCodec.write(week));
    }

    @Override
    public void forget(IsoWeek week) {
      said().remove(week);
      store.delete(AlertStore.key(service + WEEK + week));
    }

    @Override
    public Collection<ServiceWeek> weeks() {
      return List.copyOf(said().values());
    }

    @Override
    public Ledger ledger() {
      Ledger known = ledgers.get(service);
      if (known == null) {
        byte[] bytes = store.get(AlertStore.key(service + LEDGER));
        known = bytes == null ? Ledger.NEW : LedgerCodec.read(bytes);
        ledgers.put(service, known);
      }
      return Objects.requireNonNull(known);
    }

    @Override
    public void put(Ledger ledger) {
      ledgers.put(service, ledger);
      quiet.remove(service);
      store.put(AlertStore.key(service + LEDGER), LedgerCodec.write(ledger));
    }
  }
}
