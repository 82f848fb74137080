package dev.muster.app.end;

import dev.muster.app.embedded.EmbeddedKafka;
import dev.muster.app.embedded.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own, so that it can be stopped while the programs run on. */
final class BrokerAlone {
  private static final String SAYS = "broker at ";

  private BrokerAlone() {}

  /** Begins one; see {@link #address}. */
  static Program start(Path folder) {
    return Program.startCommand(
        folder.resolveSibling("broker-said.txt"),
        Map.of(),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            BrokerAlone.class.getName(),
            folder.toString()));
  }

  /** Waits until it has one. */
  static String address(Program broker) {
    return Until.seen(
            "the broker's address",
            Until.SOON,
            () -> broker.said().lines().filter(line -> line.startsWith(SAYS)).findFirst(),
            Optional::isPresent)
        .orElseThrow()
        .substring(SAYS.length());
  }

  public static void main(String[] args) throws Exception {
    EmbeddedKafka kafka = new EmbeddedKafka(Path.of(args[0]), Port.any("kafka"));
    kafka.start();
    System.out.println(SAYS + kafka.bootstrapServers());
    new CountDownLatch(1).await();
  }
}
