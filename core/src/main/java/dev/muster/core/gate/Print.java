package dev.muster.core.gate;

import dev.muster.core.gate.Waivers.Waived;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A number that differs when what was said differs (FNV-1a, 64 bit); the same on every machine. */
final class Print {
  private static final long PRIME = 0x100000001b3L;

  private long value = 0xcbf29ce484222325L;

  void add(Finding finding, Instant since) {
    add(finding.status().name());
    add(finding.reason().code().name());
    add(finding.reason().values().toString());
    add(String.valueOf(finding.expires()));
    add(String.valueOf(finding.part()));
    add(since.toString());
    Evidence evidence = finding.evidence();
    add(evidence == null ? "" : evidence.origin().source() + '\n' + evidence.origin().id());
  }

  void add(@Nullable Waived waived) {
    add(waived == null ? "" : waived.id() + '\n' + waived.until());
  }

  private void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      value = (value ^ text.charAt(i)) * PRIME;
    }
    value = (value ^ '\u001f') * PRIME;
  }

  long value() {
    return value;
  }
}
