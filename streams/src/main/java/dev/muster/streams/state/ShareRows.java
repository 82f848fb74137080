package dev.muster.streams.state;

import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.streams.state.RotationWord.Closed;
import dev.muster.streams.state.RotationWord.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What services add to the weeks of rotations: a row for each share and each review. */
public final class ShareRows {
  /** Late word on older ones is no longer told. */
  private static final int WEEKS_KEPT = 30;

  private static final int ROW_1 = 1;
  private static final char BETWEEN = '\0';
  private static final char AFTER = '\1';
  private static final String WAITS = "\0waits\0";
  private static final String SAID = "\0said\0";
  private static final byte[] HERE = {};

  private final KeyValueStore<String, byte[]> store;

  /** One week of one rotation. */
  public record Key(String rotation, IsoWeek week) {
    private String text() {
      return rotation + BETWEEN + week;
    }

    private static Key of(String text) {
      int between = text.indexOf(BETWEEN);
      return new Key(text.substring(0, between), IsoWeek.parse(text.substring(between + 1)));
    }
  }

  /**
   * The newest word of a service.
   *
   * @param changes how many words of it changed the sum
   * @param told whether the service was told the sum as it was last said
   */
  public record Row(Share share, int changes, boolean told) {}

  /** All that is known of a week. */
  public record Sum(List<Row> rows, List<Closed> closed) {}

  public ShareRows(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** Takes a word, and notes that the week is to be said anew. */
  public void put(String rotation, RotationWord word) {
    Key key = new Key(rotation, word.week());
    if (word instanceof Share share) {
      String row = key.text() + BETWEEN + share.service();
      byte[] before = store.get(row);
      if (before == null) {
        forget(key);
      }
      put(row, next(before == null ? null : read(before), share));
    } else if (word instanceof Closed closed) {
      store.put(
          key.text() + BETWEEN + BETWEEN + closed.source() + BETWEEN + closed.id(),
          RotationCodec.write(closed));
    }
    store.put(WAITS + key.text(), HERE);
  }

  private static Row next(@Nullable Row before, Share share) {
    if (before == null) {
      return new Row(share, share.revision() + (share.share().isNothing() ? 0 : 1), false);
    }
    int more = share.revision() - before.share().revision();
    return new Row(share, before.changes() + Math.max(0, more), false);
  }

  private void put(String row, Row what) {
    store.put(row, write(what));
  }

  /** Notes that a service was told. */
  public void told(Key key, Row row) {
    put(key.text() + BETWEEN + row.share().service(), new Row(row.share(), row.changes(), true));
  }

  /** The weeks that are to be said anew. */
  public List<Key> waiting() {
    List<Key> waiting = new ArrayList<>();
    each(
        WAITS,
        WAITS.substring(0, WAITS.length() - 1) + AFTER,
        (row, bytes) -> waiting.add(Key.of(row.substring(WAITS.length()))));
    return waiting;
  }

  /** A week was said. */
  public void said(Key key) {
    store.delete(WAITS + key.text());
  }

  /** The revision it was last said with; -1: it never was. */
  public int saidLast(Key key) {
    byte[] bytes = store.get(SAID + key.text());
    return bytes == null ? -1 : new ByteSource(bytes).size();
  }

  /** Notes with which revision it was said. */
  public void saidLast(Key key, int revision) {
    store.put(SAID + key.text(), new ByteSink(8).number(revision).bytes());
  }

  /** What is known of a week; services in the order of their names. */
  public Sum of(Key key) {
    Sum sum = new Sum(new ArrayList<>(), new ArrayList<>());
    String from = key.text() + BETWEEN;
    each(
        from,
        key.text() + AFTER,
        (row, bytes) -> {
          if (row.charAt(from.length()) == BETWEEN) {
            sum.closed().add((Closed) RotationCodec.read(bytes));
          } else {
            sum.rows().add(read(bytes));
          }
        });
    return sum;
  }

  private void forget(Key key) {
    List<String> old = new ArrayList<>();
    each(
        key.rotation() + BETWEEN,
        new Key(key.rotation(), key.week().plus(-WEEKS_KEPT)).text(),
        (row, bytes) -> old.add(row));
    each(
        SAID + key.rotation() + BETWEEN,
        SAID + new Key(key.rotation(), key.week().plus(-WEEKS_KEPT)).text(),
        (row, bytes) -> old.add(row));
    old.forEach(store::delete);
  }

  private void each(String from, String to, BiConsumer<String, byte[]> row) {
    try (KeyValueIterator<String, byte[]> rows = store.range(from, to)) {
      while (rows.hasNext()) {
        var next = rows.next();
        row.accept(next.key, next.value);
      }
    }
  }

  static byte[] write(Row row) {
    return new ByteSink(128)
        .number(ROW_1)
        .number(row.changes())
        .flag(row.told())
        .bytes(RotationCodec.write(row.share()))
        .bytes();
  }

  static Row read(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, ROW_1, "shares of rotations");
    int changes = in.size();
    boolean told = in.flag();
    return new Row((Share) RotationCodec.read(in.bytes()), changes, told);
  }
}
