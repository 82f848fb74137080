package dev.muster.streams.state;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Has each store of a stage written to once it reads anything, by taking away a row that is not
 * there. To Kafka Streams 4.3 a store of which nothing was ever written looks, at the next start,
 * like one that was not closed: it throws all state of the task away and restores it from the
 * beginning.
 *
 * <p>Not before something is read: changelogs that hold anything while no offset is committed look
 * like state whose offsets were lost.
 */
public final class FirstTouch {
  /** A key that nothing has. */
  public static final Bytes NOBODY = Bytes.wrap(new byte[] {0});

  private static final String NOBODYS_NAME = new String(NOBODY.get(), StandardCharsets.UTF_8);

  private final ProcessorContext<?, ?> context;
  private final Collection<String> stores;
  private boolean touched;

  /** Of the stores of a stage that is being initialised. */
  public FirstTouch(ProcessorContext<?, ?> context, Collection<String> stores) {
    this.context = context;
    this.stores = stores;
  }

  /** A record is read. */
  public void once() {
    if (touched) {
      return;
    }
    touched = true;
    for (String store : stores) {
      if (Stores.BY_BYTES.contains(store)) {
        KeyValueStore<Bytes, byte[]> rows = context.getStateStore(store);
        rows.delete(NOBODY);
      } else {
        KeyValueStore<String, byte[]> rows = context.getStateStore(store);
        rows.delete(NOBODYS_NAME);
      }
    }
  }
}
