package dev.muster.app;

import dev.muster.runtime.auth.LoginLinks;
import dev.muster.schemas.Program;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster sink}. */
@Command(
    name = "sink",
    description = "Shows judgements, beside a Kafka and a registry that are elsewhere.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  MUSTER_KAFKA_BOOTSTRAP_SERVERS=k1:9092 MUSTER_REGISTRY_URL=http://r:8081 muster sink"
    })
final class SinkCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Clock clock;

  SinkCommand(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    return new OneProgram(environment, clock, Objects.requireNonNull(spec).commandLine().getOut())
        .run(
            Program.SINK,
            site ->
                Programs.sink(
                    site.ground(),
                    Programs.tokens(site.ground()),
                    new LoginLinks(clock, new SecureRandom())));
  }
}
