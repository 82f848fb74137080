package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.Trial;
import dev.muster.core.slo.Slo;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what is to be tried beside a catalogue that is known: SLOs or standards, nothing else. */
public final class TrialReader {
  private static final Set<Kind> SLOS =
      EnumSet.of(
          Kind.SLO,
          Kind.SLI,
          Kind.DATA_SOURCE,
          Kind.OPENSLO_SERVICE,
          Kind.ALERT_POLICY,
          Kind.ALERT_CONDITION,
          Kind.ALERT_NOTIFICATION_TARGET);
  private static final Set<Kind> STANDARDS = EnumSet.of(Kind.STANDARD);
  private static final Place KNOWN = new Place("the catalogue", 1, 1);

  private final Catalogue known;
  private final Findings findings = new Findings();
  private final Documents documents = new Documents(findings);

  /** How reading ended. */
  public sealed interface Reading {
    /** It can be tried. */
    record Valid(Trial trial, List<Note> notes) implements Reading {}

    /** It cannot; at least one mistake, by place. */
    record Invalid(List<Mistake> mistakes, List<Note> notes) implements Reading {}
  }

  private TrialReader(Catalogue known) {
    this.known = known;
  }

  /**
   * Texts of OpenSLO by the names they are to be known by.
   *
   * @param known whose services they may be of
   */
  public static Reading slos(SortedMap<String, String> files, Catalogue known) {
    TrialReader reader = new TrialReader(known);
    known.services().forEach(one -> reader.know(Kind.SERVICE, one.name()));
    known.standards().forEach(one -> reader.documents.standards().put(one.id(), one));
    reader.read(files, SLOS, Kind.SLO);
    return reader.reading();
  }

  /**
   * Texts of standards.
   *
   * @param known whose checks they may ask for, and whose services are held to them
   */
  public static Reading standards(SortedMap<String, String> files, Catalogue known) {
    TrialReader reader = new TrialReader(known);
    known
        .checks()
        .forEach(
            one -> {
              reader.know(Kind.CHECK, one.id());
              reader.documents.checks().put(one.id(), one);
            });
    reader.read(files, STANDARDS, Kind.STANDARD);
    reader.documents.standards().values().forEach(reader::refuseUnfit);
    return reader.reading();
  }

  private void know(Kind kind, String name) {
    documents.names(kind).put(name, KNOWN);
  }

  private void read(SortedMap<String, String> files, Set<Kind> wanted, Kind main) {
    files.forEach(documents::read);
    for (Kind kind : Kind.values()) {
      if (!wanted.contains(kind)) {
        documents.names(kind).values().stream()
            .filter(place -> !place.equals(KNOWN))
            .forEach(
                place ->
                    findings.mistake(
                        place,
                        "",
                        main.aNoun(),
                        kind.aNoun(),
                        "only what is to be tried belongs here; keep it in a file of its own"));
      }
    }
    if (documents.names(main).isEmpty() && findings.mistakes().isEmpty()) {
      files
          .keySet()
          .forEach(
              file ->
                  findings.mistake(
                      new Place(file, 1, 1), "", main.aNoun(), "none", "write down what to try"));
    }
    new Lookup(documents, findings).check();
  }

  /** A level that is no more would leave a service with no gates at all. */
  private void refuseUnfit(Standard standard) {
    Place place = Objects.requireNonNull(documents.names(Kind.STANDARD).get(standard.id()));
    List<Service> held = held(standard);
    if (held.isEmpty()) {
      findings.mistake(
          place,
          "metadata.name",
          "a standard that a service is held to",
          '"' + standard.id() + '"',
          "give it the id of the one that it is to replace");
    }
    for (Service service : held) {
      service.standards().stream()
          .filter(use -> use.id().equals(standard.id()) && use.level() != null)
          .filter(use -> !standard.levels().contains(use.level()))
          .forEach(
              use ->
                  findings.mistake(
                      place,
                      "spec.levels",
                      "level \"%s\", which %s is held to".formatted(use.level(), service.name()),
                      String.join(", ", standard.levels()),
                      ""));
    }
  }

  private List<Service> held(Standard standard) {
    return known.services().stream()
        .filter(one -> one.standards().stream().anyMatch(use -> use.id().equals(standard.id())))
        .toList();
  }

  private Reading reading() {
    if (!findings.mistakes().isEmpty()) {
      return new Reading.Invalid(
          findings.mistakes().stream().distinct().sorted(Mistake.BY_PLACE).toList(),
          List.copyOf(findings.notes()));
    }
    SloResolver resolver = new SloResolver(documents);
    SortedMap<String, List<Slo>> slos = new TreeMap<>();
    documents.slos().values().stream()
        .map(SloDocument::service)
        .forEach(service -> slos.put(service, resolver.of(service)));
    SortedMap<String, Standard> standards = tried();
    Map<String, String> hashes =
        standards.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    one -> CatalogueCodec.hash(CatalogueCodec.write(one.getValue()))));
    return new Reading.Valid(new Trial(slos, standards, hashes), List.copyOf(findings.notes()));
  }

  /** Those of the files: for SLOs, all are the catalogue's. */
  private SortedMap<String, Standard> tried() {
    SortedMap<String, Standard> tried = new TreeMap<>(documents.standards());
    tried.keySet().retainAll(documents.names(Kind.STANDARD).keySet());
    return tried;
  }
}
