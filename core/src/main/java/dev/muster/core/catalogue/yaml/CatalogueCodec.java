package dev.muster.core.catalogue.yaml;

import dev.muster.core.Sha256;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The documents in the catalogue's topic: canonical JSON of what was resolved, and back. */
public final class CatalogueCodec {
  private CatalogueCodec() {}

  /** What is said of a service, in one form only. */
  public static String write(Service service) {
    return ServiceDocuments.write(service).toString();
  }

  /** What a standard asks, in one form only. */
  public static String write(Standard standard) {
    return StandardDocuments.write(standard).toString();
  }

  /** Who is on call, as a service's document says it. */
  public static String write(Rotation rotation) {
    return ServiceDocuments.rotation(rotation).toString();
  }

  /** All checks, by id, in one form only. */
  public static String writeChecks(List<Check> checks) {
    return new CanonicalJson()
        .with(
            "checks",
            checks.stream()
                .collect(
                    Collectors.toMap(
                        Check::id, StandardDocuments::write, (a, b) -> a, TreeMap::new)))
        .toString();
  }

  /** Content hash of a document: SHA-256, hex. */
  public static String hash(String document) {
    return Sha256.hex(document);
  }

  /**
   * The service of a document.
   *
   * @throws IllegalArgumentException where it is not what {@link #write(Service)} writes
   */
  public static Service readService(String document) {
    return read(document, ServiceDocuments::read);
  }

  /**
   * The standard of a document.
   *
   * @throws IllegalArgumentException where it is not what {@link #write(Standard)} writes
   */
  public static Standard readStandard(String document) {
    return read(document, StandardDocuments::read);
  }

  /**
   * The checks of a document, by id.
   *
   * @throws IllegalArgumentException where it is not what {@link #writeChecks} writes
   */
  public static List<Check> readChecks(String document) {
    return read(document, StandardDocuments::readChecks);
  }

  private static <T> T read(String document, Function<Fields, Optional<T>> reader) {
    Findings findings = new Findings();
    List<Node> nodes = NodeReader.json("document", document, findings);
    Optional<T> read =
        nodes.size() == 1 ? reader.apply(Fields.of(nodes.get(0), findings)) : Optional.empty();
    if (read.isEmpty() || !findings.mistakes().isEmpty()) {
      throw new IllegalArgumentException(
          "need a document of the catalogue, got " + findings.mistakes());
    }
    return read.get();
  }
}
