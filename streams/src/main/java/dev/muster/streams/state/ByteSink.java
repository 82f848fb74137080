package dev.muster.streams.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes values as few bytes: variable-length numbers, zig-zag for signed, UTF-8 with a length. */
final class ByteSink {
  /** Seven bits to a byte. */
  private static final int LONGEST_NUMBER = 10;

  private final Map<String, Integer> words = new HashMap<>();

  private byte[] bytes;
  private int length;

  ByteSink() {
    this(512);
  }

  ByteSink(int expected) {
    bytes = new byte[expected];
  }

  ByteSink number(long value) {
    reserve(LONGEST_NUMBER);
    byte[] into = bytes;
    int at = length;
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      into[at++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    into[at++] = (byte) rest;
    length = at;
    return this;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, 2 * (length + more));
    }
  }

  ByteSink real(double value) {
    return raw(Double.doubleToLongBits(value), Long.BYTES);
  }

  /** The lowest bytes of a number, as they are. */
  ByteSink raw(long value, int lowest) {
    reserve(lowest);
    for (int shift = Byte.SIZE * (lowest - 1); shift >= 0; shift -= Byte.SIZE) {
      bytes[length++] = (byte) (value >>> shift);
    }
    return this;
  }

  ByteSink flag(boolean value) {
    return raw(value ? 1 : 0, 1);
  }

  ByteSink text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
    return this;
  }

  /** What was written by another. */
  ByteSink bytes(byte[] others) {
    number(others.length);
    reserve(others.length);
    System.arraycopy(others, 0, bytes, length, others.length);
    length += others.length;
    return this;
  }

  /** A text that comes again: spelt the first time, then called by its place. */
  ByteSink word(String value) {
    Integer place = words.putIfAbsent(value, words.size());
    return place == null ? number(words.size() - 1L).text(value) : number(place);
  }

  ByteSink optionalText(@Nullable String value) {
    return optional(value, ByteSink::text);
  }

  <T> ByteSink optional(@Nullable T value, BiConsumer<ByteSink, T> write) {
    flag(value != null);
    if (value != null) {
      write.accept(this, value);
    }
    return this;
  }

  /** Milliseconds: what Kafka's timestamps and our records are exact to. */
  ByteSink instant(Instant value) {
    return number(value.toEpochMilli());
  }

  <T> ByteSink list(Collection<T> values, BiConsumer<ByteSink, T> each) {
    number(values.size());
    values.forEach(value -> each.accept(this, value));
    return this;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }
}
