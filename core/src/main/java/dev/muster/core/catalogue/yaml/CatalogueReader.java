package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a catalogue as its users write it: a tree of YAML files, beside what is built in. */
public final class CatalogueReader {
  private CatalogueReader() {}

  /** How reading ended. */
  public sealed interface Reading {
    /** It can be applied. */
    record Valid(Catalogue catalogue, List<Note> notes) implements Reading {}

    /** It cannot; at least one mistake, by place. */
    record Invalid(List<Mistake> mistakes, List<Note> notes) implements Reading {}
  }

  /**
   * Every {@code .yaml} and {@code .yml} file below a directory, hidden ones left out; files are
   * named as seen from there.
   */
  public static Reading read(Path directory) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Findings findings = new Findings();
    for (Path file : files(directory)) {
      String name = directory.relativize(file).toString();
      try {
        files.put(name, Files.readString(file));
      } catch (MalformedInputException e) {
        findings.mistake(new Place(name, 1, 1), "", "a text in UTF-8", "other bytes", "");
      }
    }
    return read(files, findings);
  }

  /** Texts by the names they are to be known by. */
  public static Reading read(SortedMap<String, String> files) {
    return read(files, new Findings());
  }

  /** What is there without any file: the built-in standards and their checks. */
  public static Catalogue builtIn() {
    if (read(new TreeMap<>()) instanceof Reading.Valid valid) {
      return valid.catalogue();
    }
    throw new IllegalStateException("the built-in standards do not read");
  }

  private static Reading read(SortedMap<String, String> files, Findings findings) {
    Documents documents = new Documents(findings);
    BuiltIn.files().forEach(documents::read);
    files.forEach(documents::read);
    new Lookup(documents, findings).check();
    Optional<Catalogue> catalogue =
        findings.mistakes().isEmpty()
            ? new Resolver(documents, findings).resolve()
            : Optional.empty();
    return catalogue.isPresent()
        ? new Reading.Valid(catalogue.get(), List.copyOf(findings.notes()))
        : new Reading.Invalid(
            findings.mistakes().stream().distinct().sorted(Mistake.BY_PLACE).toList(),
            List.copyOf(findings.notes()));
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> isYaml(file) && !isHidden(directory.relativize(file)))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
