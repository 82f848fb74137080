package dev.muster.streams.state;

import dev.muster.core.slo.HourShelf;
import dev.muster.core.slo.SloCopy;
import dev.muster.core.slo.SloPast;
import dev.muster.streams.state.BudgetWord.Went;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What services were told of the SLOs that confirm their alerts: a row for each pair of services,
 * and one for each hour. They may lie in another partition, so they are not asked but tell.
 */
public final class BudgetRows {
  private static final char BETWEEN = '\0';

  private final KeyValueStore<Bytes, byte[]> store;

  public BudgetRows(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** What a service has been told by another; whether that is news. */
  public boolean take(String service, BudgetWord word) {
    String pair = service + BETWEEN + word.service();
    SortedMap<String, SloCopy> copies = copies(pair);
    HourShelf hours = hours(pair, word.slo());
    SloCopy before = copies.remove(word.slo());
    if (word instanceof Went went) {
      if (went.anew()) {
        hours.clear();
      }
      went.hours().forEach(hours::put);
      went.copy().trim(before == null ? went.copy().head() : before.head(), hours);
      copies.put(word.slo(), went.copy());
    } else if (before == null) {
      return false;
    } else {
      hours.clear();
    }
    Bytes row = row(pair);
    if (copies.isEmpty()) {
      store.delete(row);
    } else {
      store.put(row, BudgetCodec.write(copies));
    }
    return true;
  }

  /** The past of all SLOs that a service was told of by another. */
  public List<SloPast> pasts(String service, String by) {
    String pair = service + BETWEEN + by;
    List<SloPast> pasts = new ArrayList<>();
    copies(pair).forEach((slo, copy) -> pasts.add(copy.past(hours(pair, slo))));
    return pasts;
  }

  private SortedMap<String, SloCopy> copies(String pair) {
    byte[] bytes = store.get(row(pair));
    return bytes == null ? new TreeMap<>() : BudgetCodec.readCopies(bytes);
  }

  private HourShelf hours(String pair, String slo) {
    return new HourRows(store, (pair + BETWEEN + slo).getBytes(StandardCharsets.UTF_8));
  }

  private static Bytes row(String pair) {
    return Bytes.wrap(pair.getBytes(StandardCharsets.UTF_8));
  }
}
