package dev.muster.app;

import dev.muster.schemas.Program;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster ingest}. */
@Command(
    name = "ingest",
    description = "Takes facts, beside a Kafka and a registry that are elsewhere.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  MUSTER_KAFKA_BOOTSTRAP_SERVERS=k1:9092 MUSTER_REGISTRY_URL=http://r:8081 muster ingest"
    })
final class IngestCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Clock clock;

  IngestCommand(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    return new OneProgram(environment, clock, Objects.requireNonNull(spec).commandLine().getOut())
        .run(
            Program.INGEST,
            site ->
                Programs.ingest(
                    site.ground(), Programs.tokens(site.ground()), site.ground().clock()));
  }
}
