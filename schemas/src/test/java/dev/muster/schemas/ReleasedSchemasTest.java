package dev.muster.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was released can be read for ever: BACKWARD_TRANSITIVE over all released files. */
class ReleasedSchemasTest {
  private static final Path RELEASED = Path.of("src/main/resources/released");
  private static final CompatibilityChecker CHECKER =
      CompatibilityChecker.checker(CompatibilityLevel.BACKWARD_TRANSITIVE);

  static Stream<TopicSpec<?>> topics() {
    return Topics.ALL.stream().filter(topic -> topic.record() != byte[].class);
  }

  @ParameterizedTest
  @MethodSource("topics")
  void nowReadsAllThatWasEverReleased(TopicSpec<?> topic) throws IOException {
    List<AvroSchema> released = new ArrayList<>();
    for (String text : released(topic)) {
      released.add(new AvroSchema(text));
    }

    List<String> troubles = CHECKER.isCompatible(new AvroSchema(schema(topic)), released);

    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void theNewestReleasedFileIsTheSchemaOfTheRecord(TopicSpec<?> topic) throws IOException {
    List<String> released = released(topic);
    String now = SchemaFormatter.format("json/pretty", schema(topic)) + '\n';
    Path next = Path.of("target/released", topic.name(), released.size() + 1 + ".avsc");
    Files.createDirectories(next.getParent());
    Files.writeString(next, now);

    assertThat(released)
        .as("a changed record needs a new file; it lies in schemas/%s", next)
        .last()
        .isEqualTo(now);
  }

  /** Oldest first: 1.avsc, 2.avsc, … without a gap. */
  private static List<String> released(TopicSpec<?> topic) throws IOException {
    List<String> texts = new ArrayList<>();
    Path folder = RELEASED.resolve(topic.name());
    for (int n = 1; Files.exists(folder.resolve(n + ".avsc")); n++) {
      texts.add(Files.readString(folder.resolve(n + ".avsc")));
    }
    return texts;
  }

  private static Schema schema(TopicSpec<?> topic) {
    return SpecificData.get().getSchema(topic.record());
  }
}
