package dev.muster.app;

import dev.muster.runtime.part.Fault;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** Keeps a program running until the process is told to end, and then closes it in order. */
final class UntilTold {

  private UntilTold() {}

  /** Returns never; the process ends with the code of the signal. */
  static void stay() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** Also when it is told to end while it starts. */
  static void closeAtEnd(AutoCloseable program) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(program), "close"));
  }

  private static void close(AutoCloseable program) {
    try {
      program.close();
    } catch (Exception e) {
      LoggerFactory.getLogger(UntilTold.class)
          .atWarn()
          .addKeyValue("fault", Fault.of(e))
          .log("did not close cleanly");
    }
  }
}
