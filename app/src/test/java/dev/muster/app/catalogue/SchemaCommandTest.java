package dev.muster.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SchemaCommandTest {
  @TempDir private Path folder = Path.of("");

  private record Ended(int code, String text) {}

  @Test
  void writesOneFilePerKindAndOneForAll() throws IOException {
    Ended ended = run("--out", folder.resolve("schemas").toString());

    assertThat(ended.code()).isZero();
    assertThat(ended.text()).contains("catalogue.schema.json", "standard.schema.json");
    JsonNode service =
        new JsonMapper().readTree(Files.readString(folder.resolve("schemas/service.schema.json")));
    assertThat(service.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(service.at("/properties/spec/properties/tier/maximum").asInt()).isEqualTo(4);
  }

  @Test
  void printsTheOneAskedFor() throws IOException {
    Ended ended = run("team");

    assertThat(new JsonMapper().readTree(ended.text()).at("/properties/kind/enum/0").asText())
        .isEqualTo("Team");
  }

  @Test
  void namesTheNearestKind() {
    Ended ended = run("standrad");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.text()).contains("there is no kind \"standrad\"; did you mean standard?");
  }

  private static Ended run(String... arguments) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text, true);
    int code =
        new CommandLine(new SchemaCommand()).setOut(writer).setErr(writer).execute(arguments);
    return new Ended(code, text.toString());
  }
}
