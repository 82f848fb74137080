package dev.muster.app.catalogue;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.core.catalogue.yaml.CatalogueReader.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A folder of YAML as commands read it. */
final class CatalogueFolder {
  private CatalogueFolder() {}

  /** Prints notes and mistakes; empty when there are mistakes. */
  static Optional<Catalogue> read(Path folder, @Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the spec before it calls");
    }
    CommandLine command = spec.commandLine();
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          command, "need a folder, got " + folder + "; name the one that holds your catalogue");
    }
    if (!holdsDocuments(folder)) {
      throw new ParameterException(
          command,
          "there is no .yaml or .yml file in "
              + folder
              + " that holds a document; name your catalogue's folder");
    }
    Reading reading = parse(folder);
    PrintWriter err = command.getErr();
    if (reading instanceof Reading.Valid valid) {
      valid.notes().forEach(note -> err.println("note: " + note));
      return Optional.of(valid.catalogue());
    }
    Reading.Invalid invalid = (Reading.Invalid) reading;
    invalid.notes().forEach(note -> err.println("note: " + note));
    invalid.mistakes().forEach(err::println);
    int count = invalid.mistakes().size();
    err.printf("%d mistake%s in %s; nothing was applied.%n", count, count == 1 ? "" : "s", folder);
    return Optional.empty();
  }

  /** An empty catalogue is a folder mistaken, and '--prune' would take out everything by it. */
  private static boolean holdsDocuments(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.getFileName().toString().matches(".+\\.ya?ml"))
          .anyMatch(CatalogueFolder::holdsDocument);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static boolean holdsDocument(Path file) {
    try {
      return Files.readString(file)
          .lines()
          .map(String::strip)
          .anyMatch(line -> !line.isEmpty() && !line.equals("---") && !line.startsWith("#"));
    } catch (IOException unreadable) {
      // Its reader names what is wrong with it.
      return true;
    }
  }

  private static Reading parse(Path folder) {
    try {
      return CatalogueReader.read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }
}
