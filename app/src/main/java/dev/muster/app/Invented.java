package dev.muster.app;

import dev.muster.app.catalogue.ApplyCommand;
import dev.muster.app.demo.Feed;
import dev.muster.app.demo.StoryClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Fills a machine before anything is judged. */
final class Invented implements OneMachine.Prelude {
  private final long seed;
  private final Path catalogue;
  private final StoryClock clock;
  private final Consumer<String> progress;
  private @Nullable Feed feed;

  Invented(long seed, Path catalogue, Clock real, Consumer<String> progress) {
    this.seed = seed;
    this.catalogue = catalogue;
    this.clock = new StoryClock(real);
    this.progress = progress;
  }

  @Override
  public Clock received(Clock real) {
    return clock;
  }

  @Override
  public void beforeIngest(Map<String, String> surroundings) {
    int code =
        new CommandLine(new ApplyCommand(surroundings, clock))
            .setOut(new PrintWriter(PrintWriter.nullWriter()))
            .execute(catalogue.toString(), "--by", "demo");
    if (code != Exit.OK) {
      throw new IllegalStateException("the demo's catalogue was not applied: " + code);
    }
  }

  @Override
  public void beforeStreams(URI ingest, Path token, Runnable goOn) {
    try {
      feed = new Feed(seed, clock, ingest, Files.readString(token).strip());
      feed.history(progress, goOn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until the process is told to end. */
  void goOn() {
    Objects.requireNonNull(feed).live();
  }
}
