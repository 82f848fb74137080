package dev.muster.ingest.collector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** Puts what comes where it can be read again: in memory while it is short, else in a file. */
final class Spool {
  /** What a report of a common size stays below, times the senders that come at once. */
  static final int IN_MEMORY = 1 << 20;

  private Spool() {}

  static Body receive(InputStream in) throws IOException {
    MessageDigest digest = Body.sha256();
    DigestInputStream counted = new DigestInputStream(in, digest);
    byte[] start = counted.readNBytes(IN_MEMORY);
    if (start.length < IN_MEMORY) {
      return new Body.InMemory(start, digest.digest());
    }
    // Readable by its owner alone, as createTempFile makes it.
    Path file = Files.createTempFile("muster-upload-", ".part");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(start);
      counted.transferTo(out);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new Body.InFile(file, digest.digest());
  }
}
