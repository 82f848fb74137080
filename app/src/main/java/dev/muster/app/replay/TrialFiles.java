package dev.muster.app.replay;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Trial;
import dev.muster.core.catalogue.yaml.TrialReader;
import dev.muster.core.catalogue.yaml.TrialReader.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Files of what is to be tried; prints their notes and mistakes, and is empty when there are. */
record TrialFiles(PrintWriter err, CommandLine command) {

  Optional<Trial> slos(List<Path> files, Catalogue known) {
    return told(TrialReader.slos(texts(files), known));
  }

  Optional<Trial> standards(List<Path> files, Catalogue known) {
    return told(TrialReader.standards(texts(files), known));
  }

  private Optional<Trial> told(Reading reading) {
    if (reading instanceof Reading.Valid valid) {
      valid.notes().forEach(note -> err.println("note: " + note));
      return Optional.of(valid.trial());
    }
    Reading.Invalid invalid = (Reading.Invalid) reading;
    invalid.notes().forEach(note -> err.println("note: " + note));
    invalid.mistakes().forEach(err::println);
    int count = invalid.mistakes().size();
    err.printf("%d mistake%s; nothing was replayed.%n", count, count == 1 ? "" : "s");
    return Optional.empty();
  }

  private SortedMap<String, String> texts(List<Path> files) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new ParameterException(command, "need a file of YAML, got " + file);
      }
      try {
        texts.put(file.toString(), Files.readString(file));
      } catch (MalformedInputException e) {
        throw new ParameterException(
            command, "need a text in UTF-8, got other bytes in " + file, e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
      }
    }
    return texts;
  }
}
