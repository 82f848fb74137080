package dev.muster.streams.state;

import dev.muster.core.gate.GateId;
import dev.muster.core.waiver.Approvers;
import dev.muster.core.waiver.WaiverBook;
import dev.muster.core.waiver.WaiverStep;
import dev.muster.core.waiver.WaiverStep.Kind;
import dev.muster.core.waiver.WaiverStep.Terms;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was asked to be waived, by service, and who could approve it when. Books last used are held.
 */
public final class WaiverRows {
  private static final int FORMAT_1 = 1;

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, WaiverBook> held;

  public WaiverRows(KeyValueStore<String, byte[]> store, int most) {
    this.store = store;
    this.held = new Lru<>(most);
  }

  /** The waivers of a service. */
  public WaiverBook of(String service) {
    WaiverBook book = held.get(service);
    if (book == null) {
      byte[] bytes = store.get(service);
      book = bytes == null ? WaiverBook.EMPTY : read(bytes);
      held.put(service, book);
    }
    return book;
  }

  /** Takes a step. */
  public void put(String service, WaiverStep step) {
    put(service, of(service), of(service).with(step));
  }

  /** Notes who may approve from a definition on. */
  public void approvers(String service, Instant received, Set<String> emails) {
    put(service, of(service), of(service).with(received, emails));
  }

  private void put(String service, WaiverBook before, WaiverBook after) {
    if (after != before) {
      held.put(service, after);
      store.put(service, write(after));
    }
  }

  private static byte[] write(WaiverBook book) {
    return new ByteSink()
        .number(FORMAT_1)
        .list(book.steps(), WaiverRows::step)
        .list(
            book.approvers().known(),
            (out, since) ->
                out.instant(since.received()).list(new TreeSet<>(since.emails()), ByteSink::text))
        .bytes();
  }

  private static WaiverBook read(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, FORMAT_1, "waivers");
    return WaiverBook.of(
        in.list(WaiverRows::step),
        new Approvers(
            in.list(
                each ->
                    new Approvers.Since(each.instant(), Set.copyOf(each.list(ByteSource::text))))));
  }

  private static void step(ByteSink out, WaiverStep step) {
    Terms terms = step.terms();
    out.text(step.waiverId())
        .text(terms.gate().standard())
        .text(terms.gate().gate())
        .text(terms.reason())
        .text(terms.risk())
        .text(terms.compensatingAction())
        .text(terms.requestedBy())
        .instant(terms.starts())
        .instant(terms.expires())
        .text(step.kind().name())
        .text(step.by())
        .instant(step.time())
        .instant(step.received());
  }

  private static WaiverStep step(ByteSource in) {
    return new WaiverStep(
        in.text(),
        new Terms(
            new GateId(in.text(), in.text()),
            in.text(),
            in.text(),
            in.text(),
            in.text(),
            in.instant(),
            in.instant()),
        Kind.valueOf(in.text()),
        in.text(),
        in.instant(),
        in.instant());
  }
}
