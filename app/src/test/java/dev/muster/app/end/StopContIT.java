package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that froze for a minute: a laptop's lid, a paused virtual machine. */
class StopContIT {
  private static final Duration FROZEN = Duration.ofMinutes(1);
  private static final Duration TO_RECOVER = Duration.ofSeconds(90);

  @Test
  void afterAMinuteFrozenItRecoversByItself(@TempDir Path folder) throws Exception {
    try (RunningMuster muster = RunningMuster.up(folder.resolve("data"))) {
      // given
      muster.apply(Catalogues.write(folder, List.of("orders"), "orders-db"));
      Until.so("the service is known", Until.SOON, () -> isTaken(muster, "before"));
      Until.so("the scorecard moves", Until.SOON, () -> restore(muster).isEmpty());

      // when
      muster.program().signal("STOP");
      TimeUnit.NANOSECONDS.sleep(FROZEN.toNanos());
      muster.program().signal("CONT");
      long resumed = System.nanoTime();

      // then
      Until.so("a POST is taken", TO_RECOVER, () -> isTaken(muster, "after"));
      long taken = System.nanoTime();
      Until.so("the scorecard moves", TO_RECOVER, () -> restore(muster).contains(": FAIL "));
      long moved = System.nanoTime();
      for (Http server : List.of(muster.ingest(), muster.pages(), muster.streams())) {
        Until.so("ready", TO_RECOVER, () -> server.get("/readyz").status() == 200);
      }
      System.out.printf(
          "after %s frozen: POST taken in %d ms, scorecard moved in %d ms%n",
          FROZEN, millis(taken - resumed), millis(moved - resumed));
      assertThat(muster.program().process().isAlive()).isTrue();
    }
  }

  private static boolean isTaken(RunningMuster muster, String id) throws Exception {
    String outcome = id.equals("before") ? "SUCCEEDED" : "FAILED";
    Http.Answer answer =
        muster.ingest().post("/v1/facts/backup", Facts.restore(id, "orders", outcome));
    return answer.status() == 202 && answer.json().path("parked").asInt() == 0;
  }

  /** What the gate says of the restore; nothing when it is proven. */
  private static String restore(RunningMuster muster) throws Exception {
    return new Scorecard(muster.scorecard("orders"))
        .lacks(Catalogues.STANDARD, "data-safety").stream()
            .filter(lack -> lack.startsWith("RESTORE"))
            .findFirst()
            .orElse("");
  }

  private static long millis(long nanos) {
    return Duration.ofNanos(nanos).toMillis();
  }
}
