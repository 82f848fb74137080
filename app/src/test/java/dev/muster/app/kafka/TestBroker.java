package dev.muster.app.kafka;

import dev.muster.app.embedded.EmbeddedKafka;
import dev.muster.app.embedded.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testcontainers.kafka.KafkaContainer;

/** A kind of broker that tests run on. */
public enum TestBroker {
  IN_THE_JVM {
    @Override
    Started start(Path folder) {
      EmbeddedKafka kafka = new EmbeddedKafka(folder, Port.any("kafka"));
      kafka.start();
      return new Started(kafka.bootstrapServers(), kafka::close);
    }
  },
  IN_A_CONTAINER {
    @Override
    Started start(Path folder) {
      KafkaContainer container = new KafkaContainer("apache/kafka:4.3.1");
      container.start();
      return new Started(container.getBootstrapServers(), container::stop);
    }
  };

  /** One that runs. */
  record Started(String bootstrapServers, Runnable stop) {}

  private static final List<TestBroker> HERE = find();

  abstract Started start(Path folder);

  /** Those that this machine has. */
  static List<TestBroker> here() {
    return HERE;
  }

  private static List<TestBroker> find() {
    List<TestBroker> here = new ArrayList<>(List.of(IN_THE_JVM));
    if (dockerAnswers()) {
      here.add(IN_A_CONTAINER);
    }
    return List.copyOf(here);
  }

  /** Whether a Docker engine can be reached. */
  public static boolean dockerAnswers() {
    try {
      Process docker =
          new ProcessBuilder("docker", "version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return docker.waitFor(20, TimeUnit.SECONDS) && docker.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
