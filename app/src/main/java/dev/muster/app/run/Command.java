package dev.muster.app.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** The command itself: sees our terminal, our input and our signals as if we were not there. */
final class Command {
  private final List<String> words;
  private final Watch watch;

  /**
   * @param watch what to look for in the output; where it looks for nothing, the command writes to
   *     our own descriptors
   */
  Command(List<String> words, Watch watch) {
    this.words = List.copyOf(words);
    this.watch = watch;
  }

  /**
   * How it ended.
   *
   * @param code 128 + n where signal n ended it; 127 not found, 126 not to be run
   * @param started whether it ran at all
   */
  record Ended(int code, boolean started) {}

  Ended run(Signals signals) throws InterruptedException {
    boolean tapErrors = watch.looks();
    // restic and others draw their progress only on a terminal: leave them theirs.
    boolean tapOutput = watch.looks() && !outputIsTerminal();
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(Redirect.INHERIT)
            .redirectOutput(tapOutput ? Redirect.PIPE : Redirect.INHERIT)
            .redirectError(tapErrors ? Redirect.PIPE : Redirect.INHERIT);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      boolean found = String.valueOf(e.getMessage()).contains("error=13");
      return new Ended(found ? 126 : 127, false);
    }
    signals.to(process);
    Thread output = pump(tapOutput, process.getInputStream(), FileDescriptor.out);
    Thread errors = pump(tapErrors, process.getErrorStream(), FileDescriptor.err);
    int code = process.waitFor();
    output.join();
    errors.join();
    return new Ended(code, true);
  }

  private Thread pump(boolean tapped, InputStream from, FileDescriptor to) {
    Thread pump = new Thread(() -> pass(tapped, from, to), "output");
    pump.setDaemon(true);
    pump.start();
    return pump;
  }

  @SuppressWarnings("resource") // our own descriptors stay open
  private void pass(boolean tapped, InputStream from, FileDescriptor to) {
    if (!tapped) {
      return;
    }
    OutputStream on = new FileOutputStream(to);
    Watch.Stream lines = watch.stream();
    byte[] buffer = new byte[16 * 1024];
    try (from) {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        on.write(buffer, 0, read);
        lines.read(buffer, read);
      }
    } catch (IOException readerGone) {
      // Closing our end tells the command, as it would without us.
    }
  }

  private static boolean outputIsTerminal() throws InterruptedException {
    try {
      return new ProcessBuilder("sh", "-c", "test -t 1").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
