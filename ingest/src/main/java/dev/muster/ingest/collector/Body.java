package dev.muster.ingest.collector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What was sent, as it came; may be read more than once, until it is closed. */
public sealed interface Body extends AutoCloseable {

  /** From the beginning. */
  InputStream open();

  /** All of it at once: for what is short. */
  byte[] bytes();

  /** SHA-256, taken while it was received. */
  byte[] digest();

  @Override
  void close();

  /** One that lies in memory. */
  static Body of(byte[] bytes) {
    return new InMemory(bytes, sha256().digest(bytes));
  }

  /** Reads all that comes; what is long is kept in a file. */
  static Body receive(InputStream in) throws IOException {
    return Spool.receive(in);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A short one. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record InMemory(byte[] bytes, byte[] digest) implements Body {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  /** A long one, in a file of its own that goes when it is closed. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record InFile(Path file, byte[] digest) implements Body {
    @Override
    public InputStream open() {
      try {
        return Files.newInputStream(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public byte[] bytes() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
