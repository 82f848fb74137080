package dev.muster.app.check;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.core.catalogue.yaml.CatalogueReader.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The standards and checks a command knows: the built-in ones, and those of a folder. */
final class Standards {
  private Standards() {}

  static Catalogue read(@Nullable Path folder, CommandLine command) {
    if (folder == null) {
      return CatalogueReader.builtIn();
    }
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          command, "need a folder, got " + folder + "; name the one that holds your catalogue");
    }
    try {
      if (CatalogueReader.read(folder) instanceof Reading.Valid valid) {
        return valid.catalogue();
      }
      throw new ParameterException(
          command, folder + " has mistakes; see 'muster validate " + folder + "'");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }
}
