package dev.muster.app.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real restic under {@code muster run}, seen by a reader of the scorecard's stream. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResticIT {
  private static final String STANDARD = Catalogues.STANDARD;
  private static final String GATE = "data-safety";
  private static final String NO_RESTORE_OF_ORDERS = "RESTORE of orders-db: MISSING NEVER_SEEN";
  private static final Path SHELL_TWIN = Path.of("../clients/muster-run").toAbsolutePath();
  private static final List<String> WHOLE_RESTORE =
      List.of("--backup", "RESTORE", "--scope", "FULL", "--verified-by", "CHECKSUM");
  private static final List<String> BACKUP = List.of("--backup", "BACKUP");

  private static final List<String> TIMED =
      IntStream.range(0, 20).mapToObj(i -> "timed-" + i).toList();
  private static final List<String> SERVICES =
      Stream.concat(
              Stream.of("whole", "shell", "failing", "partly", "dry", "one-file"), TIMED.stream())
          .toList();

  private final Map<String, String> environment = new HashMap<>();
  private Path folder;
  private RunningMuster muster;
  private LiveStream stream;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    Tools.need("restic");
    folder = temporary;
    muster = RunningMuster.up(folder.resolve("data"));
    stream = LiveStream.of(muster.pages());
    muster.apply(Catalogues.write(folder, SERVICES, "orders-db", "carts-db"));
    for (String service : SERVICES) {
      stream.after(0, service, card -> lacks(card).contains(NO_RESTORE_OF_ORDERS), Until.SOON);
    }
    environment.putAll(muster.neighbours());
    environment.put("MUSTER_TOKEN_FILE", muster.addresses().token().toString());
    environment.put("RESTIC_REPOSITORY", folder.resolve("repository").toString());
    environment.put("RESTIC_PASSWORD", "kept-by-nobody");
    environment.put("RESTIC_CACHE_DIR", folder.resolve("cache").toString());
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("a"), "one");
    Files.writeString(source.resolve("b"), "two");
    Program.command(folder, environment, List.of("restic", "init")).mustBe(0);
    Program.command(folder, environment, List.of("restic", "backup", "source")).mustBe(0);
  }

  @AfterAll
  void close() throws Exception {
    if (stream != null) {
      stream.close();
    }
    if (muster != null) {
      muster.close();
    }
  }

  @Test
  void aVerifiedRestoreOfAllProvesItsDatasetAndNoOther() {
    // given
    int mark = stream.size();

    // when
    run("whole", BACKUP, "restic", "backup", "source").mustBe(0);
    run("whole", WHOLE_RESTORE, "restic", "restore", "latest", "--target", "w", "--verify")
        .mustBe(0);

    // then
    Scorecard told = told(mark, "whole", NO_RESTORE_OF_ORDERS);
    assertThat(lacks(told))
        .anyMatch(missing("RESTORE", "carts-db"))
        .noneMatch(of("RESTORE", "orders-db"));
    assertThat(lacks(told))
        .noneMatch(of("BACKUP", "orders-db"))
        .anyMatch(missing("BACKUP", "carts-db"));
    assertThat(folder.resolve("w/source/a")).hasContent("one");
  }

  @Test
  void theShellTwinProvesTheSameUnderDash() {
    // given
    int mark = stream.size();

    // when
    Tools.need("dash");
    command(
            List.of("dash", SHELL_TWIN.toString()),
            "shell",
            WHOLE_RESTORE,
            List.of("restic", "restore", "latest", "--target", "s", "--verify"))
        .mustBe(0);

    // then
    Scorecard told = told(mark, "shell", NO_RESTORE_OF_ORDERS);
    assertThat(lacks(told))
        .anyMatch(missing("RESTORE", "carts-db"))
        .noneMatch(of("RESTORE", "orders-db"));
  }

  @Test
  void aRestoreThatFailsIsToldAsFailed() {
    int mark = stream.size();

    Program.Ended ended =
        run("failing", WHOLE_RESTORE, "restic", "restore", "0badc0de", "--target", "f", "--verify");

    assertThat(ended.code()).isNotZero();
    Scorecard told = told(mark, "failing", NO_RESTORE_OF_ORDERS);
    assertThat(lacks(told)).contains("RESTORE of orders-db: FAIL DID_NOT_SUCCEED");
    assertThat(told.sentence(STANDARD, GATE, "RESTORE", "orders-db")).contains("ended FAILED");
  }

  @Test
  void aBackupThatCouldNotReadAllIsNotABackup() {
    int mark = stream.size();

    // The kernel refuses to read this file at its start, even to root.
    Program.Ended ended = run("partly", BACKUP, "restic", "backup", "source", "/proc/self/mem");

    ended.mustBe(3);
    Scorecard told = told(mark, "partly", "BACKUP of orders-db: MISSING NEVER_SEEN");
    assertThat(lacks(told)).anyMatch(of("BACKUP", "orders-db"));
    assertThat(told.sentence(STANDARD, GATE, "BACKUP", "orders-db")).contains("PARTIAL");
  }

  @Test
  void aDryRunProvesNothing() {
    int mark = stream.size();

    run("dry", BACKUP, "restic", "backup", "--dry-run", "source").mustBe(0);

    Scorecard told = told(mark, "dry", "BACKUP of orders-db: MISSING NEVER_SEEN");
    assertThat(lacks(told)).anyMatch(of("BACKUP", "orders-db"));
    assertThat(told.sentence(STANDARD, GATE, "BACKUP", "orders-db"))
        .contains("proved nothing", "INCONCLUSIVE");
  }

  @Test
  void oneFileRestoredAndNotVerifiedProvesNothing() {
    int mark = stream.size();

    run("one-file", WHOLE_RESTORE, "restic", "restore", "latest", "--target", "o", "--include", "a")
        .mustBe(0);

    Scorecard told = told(mark, "one-file", NO_RESTORE_OF_ORDERS);
    assertThat(lacks(told)).anyMatch(of("RESTORE", "orders-db"));
    assertThat(told.sentence(STANDARD, GATE, "RESTORE", "orders-db"))
        .contains("proved nothing", "scope PART", "verified by NONE");
  }

  /**
   * A first change is told at once, another one of the same second at its end. The promise is a
   * second; three are allowed, since the machine may have other work.
   */
  @Test
  void theStreamTellsOfAPostWithinASecond() throws Exception {
    // given
    List<Long> first = new ArrayList<>();
    List<Long> second = new ArrayList<>();

    // when
    for (String service : TIMED) {
      first.add(millisToTell(service, "FAILED", true));
      second.add(millisToTell(service, "SUCCEEDED", false));
    }

    // then
    System.out.printf("POST to stream, first change: %s%n", figures(first));
    System.out.printf("POST to stream, another one within the second: %s%n", figures(second));
    assertThat(median(first)).isLessThan(1000);
    assertThat(Collections.max(first)).isLessThan(3000);
    assertThat(Collections.max(second)).isLessThan(3000);
  }

  private long millisToTell(String service, String outcome, boolean lacking) throws Exception {
    int mark = stream.size();
    long posted = System.nanoTime();
    JsonNode unused = muster.post("backup", Facts.restore(service + outcome, service, outcome));
    LiveStream.Event event =
        stream.after(
            mark,
            service,
            card ->
                lacks(card).stream().anyMatch(of("RESTORE", "orders-db")) == lacking
                    && !lacks(card).contains(NO_RESTORE_OF_ORDERS),
            Until.SOON);
    return Duration.ofNanos(event.nanos() - posted).toMillis();
  }

  private static long median(List<Long> millis) {
    return millis.stream().sorted().toList().get(millis.size() / 2);
  }

  private static String figures(List<Long> millis) {
    return "median "
        + median(millis)
        + " ms, worst "
        + Collections.max(millis)
        + " ms of "
        + millis;
  }

  private Scorecard told(int mark, String service, String goneEntry) {
    return stream
        .after(mark, service, card -> !lacks(card).contains(goneEntry), Until.SOON)
        .scorecard();
  }

  private static List<String> lacks(Scorecard card) {
    return card.lacks(STANDARD, GATE);
  }

  private static Predicate<String> missing(String name, String dataset) {
    return lack -> lack.startsWith(name + " of " + dataset + ": MISSING ");
  }

  private static Predicate<String> of(String name, String dataset) {
    return lack -> lack.startsWith(name + " of " + dataset + ":");
  }

  private Program.Ended run(String service, List<String> claim, String... command) {
    List<String> arguments = new ArrayList<>(List.of("run", "--service", service));
    arguments.addAll(List.of("--dataset", "orders-db"));
    arguments.addAll(claim);
    arguments.add("--");
    arguments.addAll(List.of(command));
    return Program.run(folder, environment, arguments.toArray(new String[0]));
  }

  private Program.Ended command(
      List<String> program, String service, List<String> claim, List<String> command) {
    List<String> arguments = new ArrayList<>(program);
    arguments.addAll(List.of("--service", service, "--dataset", "orders-db"));
    arguments.addAll(claim);
    arguments.add("--");
    arguments.addAll(command);
    return Program.command(folder, environment, arguments);
  }
}
