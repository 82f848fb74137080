package dev.muster.app.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.app.Exit;
import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.catalogue.yaml.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster schema}. */
@Command(
    name = "schema",
    description = {
      "Writes JSON Schemas of a catalogue, for editors.",
      "With one, an editor completes what you write and marks what is wrong. Asks no server."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster schema --out .schemas    one file per kind, and catalogue.schema.json for all",
      "  muster schema service           the one of a Service, to standard output",
      "",
      "At the top of a file: # yaml-language-server: $schema=.schemas/catalogue.schema.json",
      "",
      "Exit codes: 0 written, 2 wrong use."
    })
public final class SchemaCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();

  @Option(names = "--out", paramLabel = "DIR", description = "Folder to write to.")
  private @Nullable Path folder;

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description = "Such as service or standard. Default: all.")
  private @Nullable String kind;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    Map<String, String> schemas = Schemas.all();
    if (kind != null && !schemas.containsKey(kind)) {
      throw wrong(
          "there is no kind \"%s\"; %s"
              .formatted(
                  kind,
                  DidYouMean.nearest(kind, schemas.keySet())
                      .map(near -> "did you mean " + near + "?")
                      .orElse("there are " + String.join(", ", schemas.keySet()))));
    }
    if (folder == null) {
      String name = kind == null ? Schemas.ALL : kind;
      own().commandLine().getOut().println(pretty(Objects.requireNonNull(schemas.get(name))));
      return Exit.OK;
    }
    List<String> names = kind == null ? List.copyOf(schemas.keySet()) : List.of(kind);
    for (String name : names) {
      write(name, pretty(Objects.requireNonNull(schemas.get(name))));
    }
    return Exit.OK;
  }

  private void write(String name, String schema) {
    Path file = Objects.requireNonNull(folder).resolve(name + ".schema.json");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, schema + "\n");
    } catch (IOException e) {
      throw wrong("cannot write " + file + "; name a folder you may write to with --out");
    }
    own().commandLine().getOut().println(file);
  }

  private static String pretty(String schema) throws JsonProcessingException {
    return JSON.readTree(schema).toPrettyString();
  }

  private CommandSpec own() {
    return Objects.requireNonNull(spec);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(own().commandLine(), message);
  }
}
