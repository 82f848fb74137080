package dev.muster.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One way to start a run: the Java command, or the script under one shell. */
record Client(String name, List<String> start) {
  private static final Path SCRIPT = Path.of("../clients/muster-run").toAbsolutePath().normalize();

  /** Every way that this machine has. */
  static Stream<Client> all() {
    List<Client> clients = new ArrayList<>();
    clients.add(
        new Client(
            "java",
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                RunMain.class.getName())));
    if (installed("curl")) {
      shell(clients, "sh");
      shell(clients, "dash");
      shell(clients, "busybox", "sh");
    }
    return clients.stream();
  }

  private static void shell(List<Client> clients, String... words) {
    if (installed(words[0])) {
      List<String> start = new ArrayList<>(List.of(words));
      start.add(SCRIPT.toString());
      clients.add(new Client(String.join(" ", words), start));
    }
  }

  static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Override
  public String toString() {
    return name;
  }
}
