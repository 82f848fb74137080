package dev.muster.app.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file that only grows, one change a line; a change is on the disk before anyone hears of it. */
final class ChangeLog implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final FileChannel channel;
  private final List<Change> past;

  private ChangeLog(FileChannel channel, List<Change> past) {
    this.channel = channel;
    this.past = past;
  }

  /** A line that a sudden end left unfinished was told to nobody and is cut off. */
  static ChangeLog open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      String text = Files.readString(file, UTF_8);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      channel.truncate(whole.getBytes(UTF_8).length);
      channel.position(channel.size());
      List<Change> past = new ArrayList<>();
      for (String line : whole.lines().toList()) {
        past.add(JSON.readValue(line, Change.class));
      }
      return new ChangeLog(channel, past);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the registry's file " + file, e);
    }
  }

  /** What was there when it was opened. */
  List<Change> past() {
    return past;
  }

  void append(Change change) {
    try {
      ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(change) + '\n').getBytes(UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
