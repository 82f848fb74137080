package dev.muster.app;

import dev.muster.runtime.part.Part;
import dev.muster.schemas.Program;
import dev.muster.schemas.TopicLayout;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Runs one program of a distributed Muster, beside a Kafka and a registry that are elsewhere. */
record OneProgram(Map<String, String> environment, Clock clock, PrintWriter out) {

  private static final int PARTITIONS = 12;

  /** What a program is built from. */
  record Site(Ground ground, TopicLayout layout) {}

  /**
   * Until the process is told to end.
   *
   * @throws Unreachable when Kafka or the registry does not answer
   */
  int run(Program program, Function<Site, Part> build) throws InterruptedException {
    Ground ground = Ground.of(environment, clock);
    Logs.toFolder(ground.house().data());
    int partitions = ground.settings().read(AppSettings.PARTITIONS);
    int replicas = ground.settings().read(AppSettings.REPLICAS);
    TopicLayout layout =
        new TopicLayout(
            partitions == 0 ? PARTITIONS : partitions, replicas, Math.max(1, replicas - 1));
    Part part = build.apply(new Site(ground, layout));
    ground.settings().refuseUnknown(Programs.SETTINGS);
    new TopicsInPlace(ground.kafka(), layout).ensure(Set.of(program));
    new SchemasInPlace(ground.house(), ground.registry()).ensure(Set.of(program));
    UntilTold.closeAtEnd(part);
    part.start();
    out.printf("muster %s has begun; Ctrl-C ends it.%n", part.name());
    out.flush();
    UntilTold.stay();
    return Exit.OK;
  }
}
