package dev.muster.streams.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteSink} wrote, in the same order. */
final class ByteSource {
  private final ByteBuffer in;
  private final List<String> words = new ArrayList<>();

  ByteSource(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  long number() {
    long rest = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      rest |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return (rest >>> 1) ^ -(rest & 1);
  }

  int size() {
    return Math.toIntExact(number());
  }

  double real() {
    return in.getDouble();
  }

  /** A number of so many bytes, as they are; of fewer than eight it is not negative. */
  long raw(int lowest) {
    long value = 0;
    for (int i = 0; i < lowest; i++) {
      value = (value << Byte.SIZE) | (in.get() & 0xFF);
    }
    return value;
  }

  boolean flag() {
    return in.get() != 0;
  }

  String text() {
    byte[] utf8 = new byte[size()];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** What another wrote. */
  byte[] bytes() {
    byte[] others = new byte[size()];
    in.get(others);
    return others;
  }

  String word() {
    int place = size();
    if (place == words.size()) {
      words.add(text());
    }
    return words.get(place);
  }

  @Nullable String optionalText() {
    return optional(ByteSource::text);
  }

  Instant instant() {
    return Instant.ofEpochMilli(number());
  }

  <T> @Nullable T optional(Function<ByteSource, T> read) {
    return flag() ? read.apply(this) : null;
  }

  <T> List<T> list(Function<ByteSource, T> each) {
    int size = size();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(each.apply(this));
    }
    return values;
  }

  boolean atEnd() {
    return !in.hasRemaining();
  }
}
