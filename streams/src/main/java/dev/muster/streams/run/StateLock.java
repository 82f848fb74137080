package dev.muster.streams.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One streams at a time on a state folder: two would have the same instance id and fence each other
 * for ever. The system lets go of it when the process dies.
 */
final class StateLock implements AutoCloseable {
  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the folder, made when it is not there; throws {@link StartRefused} when it is taken. */
  static StateLock take(Path state) {
    try {
      Files.createDirectories(state);
      FileChannel channel =
          FileChannel.open(
              state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StartRefused(
            "the state folder %s is in use by another muster; stop that one, or set MUSTER_DATA to another folder"
                .formatted(state));
      }
      return new StateLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the state folder " + state, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
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
