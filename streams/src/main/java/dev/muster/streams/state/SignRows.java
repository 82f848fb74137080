package dev.muster.streams.state;

import dev.muster.core.alert.SignsOfLife;
import dev.muster.core.alert.SignsOfLife.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** When sources of alerts were heard, a row for each subject and source. */
public final class SignRows {
  private static final int SIGNS_1 = 1;
  private static final int SUBJECTS_FOR_EACH_STATE = 20;
  private static final char BETWEEN = '\0';
  private static final char AFTER = '\1';

  /** As far as gates look back, and a month more. */
  private static final Duration KEPT = Duration.ofDays(60);

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, Map<String, SignsOfLife>> held;

  public SignRows(KeyValueStore<String, byte[]> store, int most) {
    this.store = store;
    this.held = new Lru<>(most * SUBJECTS_FOR_EACH_STATE);
  }

  /** By source, of a service, a rotation, a system or org. */
  public Map<String, SignsOfLife> of(String subject) {
    Map<String, SignsOfLife> known = held.get(subject);
    if (known == null) {
      known = new HashMap<>();
      try (KeyValueIterator<String, byte[]> rows =
          store.range(subject + BETWEEN, subject + AFTER)) {
        while (rows.hasNext()) {
          var row = rows.next();
          known.put(row.key.substring(subject.length() + 1), read(row.value));
        }
      }
      held.put(subject, known);
    }
    return known;
  }

  /** Notes a sign. */
  public void put(String subject, String source, SignsOfLife sign, Instant now) {
    Map<String, SignsOfLife> known = of(subject);
    SignsOfLife before = known.get(source);
    SignsOfLife after = (before == null ? sign : before.and(sign)).from(now.minus(KEPT));
    if (!after.equals(before)) {
      known.put(source, after);
      store.put(subject + BETWEEN + source, write(after));
    }
  }

  static byte[] write(SignsOfLife signs) {
    return new ByteSink(32)
        .number(SIGNS_1)
        .instant(signs.first())
        .list(signs.spans(), (out, span) -> out.instant(span.from()).instant(span.to()))
        .bytes();
  }

  static SignsOfLife read(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, SIGNS_1, "signs of life");
    return new SignsOfLife(in.instant(), in.list(span -> new Span(span.instant(), span.instant())));
  }
}
