package dev.muster.core.catalogue.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas (draft 2020-12) of all that a catalogue can hold, so that editors can help. */
public final class Schemas {
  /** The name of the one for documents of every kind. */
  public static final String ALL = "catalogue";

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private Schemas() {}

  /** By name: {@link #ALL}, and one of each kind. */
  public static Map<String, String> all() {
    Map<String, String> schemas = new LinkedHashMap<>();
    schemas.put(ALL, any().with("$schema", DRAFT).toString());
    for (Kind kind : Kind.values()) {
      schemas.put(name(kind), document(kind).with("$schema", DRAFT).toString());
    }
    return schemas;
  }

  /** {@code service}; OpenSLO's kinds with a prefix. */
  private static String name(Kind kind) {
    String word =
        kind.word().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    return kind.isOurs() ? word : "openslo-" + word;
  }

  /** First its kind is looked at: an editor then speaks of that one alone. */
  private static CanonicalJson any() {
    List<CanonicalJson> cases = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      cases.add(
          new CanonicalJson()
              .with(
                  "if",
                  Shape.mapping()
                      .must("apiVersion", word(kind.apiVersion()))
                      .must("kind", word(kind.word()))
                      .open()
                      .json())
              .with("then", document(kind)));
    }
    List<String> words = Arrays.stream(Kind.values()).map(Kind::word).distinct().toList();
    return Shape.mapping()
        .must("apiVersion", Shape.words(Kind.apiVersions()))
        .must("kind", Shape.words(words))
        .open()
        .json()
        .with("allOf", cases);
  }

  private static CanonicalJson document(Kind kind) {
    Shape.Mapping metadata =
        Shape.mapping().must("name", kind.isUnused() ? Shape.text() : Shape.id());
    if (!kind.isOurs() && !kind.isUnused()) {
      SloShapes.metadata(metadata, kind == Kind.SLO);
    }
    Shape.Mapping document =
        Shape.mapping()
            .must("apiVersion", word(kind.apiVersion()))
            .must("kind", word(kind.word()))
            .must("metadata", kind.isUnused() ? metadata.open() : metadata.only())
            .must("spec", SpecShapes.of(kind));
    return (kind.isOurs() ? document.only() : document.open()).json();
  }

  private static Shape word(String only) {
    return Shape.words(List.of(only));
  }
}
