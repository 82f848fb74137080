package dev.muster.app.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks for signs in output that flows by; keeps which were seen, and nothing of the output. */
final class Watch {
  /** A sign further into a line than this is not seen. */
  private static final int LINE_BYTES = 64 * 1024;

  private final List<Tool.Sign> signs;
  private final Set<Tool.Sign> seen = ConcurrentHashMap.newKeySet();

  Watch(List<Tool.Sign> signs) {
    this.signs = List.copyOf(signs);
  }

  boolean looks() {
    return !signs.isEmpty();
  }

  /** In the order of the signs, whatever order they were seen in. */
  List<Doubt> doubts() {
    return signs.stream().filter(seen::contains).map(Tool.Sign::doubt).toList();
  }

  Stream stream() {
    return new Stream();
  }

  /** One stream of output; for one thread. */
  final class Stream {
    private final byte[] line = new byte[LINE_BYTES];
    private int length;

    void read(byte[] bytes, int count) {
      for (int i = 0; i < count; i++) {
        if (bytes[i] == '\n') {
          look();
          length = 0;
        } else if (length < LINE_BYTES) {
          line[length++] = bytes[i];
        }
      }
      // The last line may have no end; looking twice does no harm.
      look();
    }

    private void look() {
      String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
      signs.stream().filter(sign -> text.contains(sign.text())).forEach(seen::add);
    }
  }
}
