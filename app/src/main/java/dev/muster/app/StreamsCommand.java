package dev.muster.app;

import dev.muster.schemas.Program;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster streams}. */
@Command(
    name = "streams",
    description = "Judges facts, beside a Kafka and a registry that are elsewhere.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  MUSTER_KAFKA_BOOTSTRAP_SERVERS=k1:9092 MUSTER_REGISTRY_URL=http://r:8081 muster streams",
      "  muster streams --rebuild    reads the whole log again; readers see nothing of it until it is done"
    })
final class StreamsCommand implements Callable<Integer> {

  @Option(names = "--rebuild", description = "Forgets its state and reads the whole log again.")
  private boolean rebuild;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Clock clock;

  StreamsCommand(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    return new OneProgram(environment, clock, Objects.requireNonNull(spec).commandLine().getOut())
        .run(
            Program.STREAMS, site -> Programs.streams(site.ground(), site.layout(), rebuild, true));
  }
}
