package dev.muster.core.catalogue.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Reads Sloth's files: its own form, the Kubernetes resource, and OpenSLO v1alpha as Sloth has it.
 *
 * @see <a href="https://sloth.dev/specs/default/">Sloth</a>
 */
public final class SlothReader {
  private static final String OWN = "prometheus/v1";
  private static final String RESOURCE = "sloth.slok.dev/v1";
  private static final String ALPHA = "openslo/v1alpha";

  private final Findings findings = new Findings();
  private final List<SlothSlo> slos = new ArrayList<>();

  private SlothReader() {}

  /** How reading ended. */
  public sealed interface Reading {
    /** By service and name; and what is of no use here, with its place. */
    record Read(List<SlothSlo> slos, List<Note> leftOut) implements Reading {}

    /** At least one mistake, by place. */
    record Refused(List<Mistake> mistakes) implements Reading {}
  }

  /** Texts by the names they are to be known by. */
  public static Reading read(SortedMap<String, String> files) {
    SlothReader reader = new SlothReader();
    files.forEach(
        (file, text) -> NodeReader.yaml(file, text, reader.findings).forEach(reader::document));
    reader.refuseSameNames();
    if (reader.findings.count() > 0) {
      return new Reading.Refused(
          reader.findings.mistakes().stream().distinct().sorted(Mistake.BY_PLACE).toList());
    }
    return new Reading.Read(
        reader.slos.stream()
            .sorted(java.util.Comparator.comparing(SlothSlo::service).thenComparing(SlothSlo::name))
            .toList(),
        List.copyOf(reader.findings.notes()));
  }

  private void document(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.text() == null) {
      return;
    }
    Fields fields = Fields.of(node, findings);
    if (fields.mapping().fields().isEmpty()) {
      return;
    }
    if (fields.has("version")) {
      fields
          .node("version")
          .flatMap(one -> fields.word(one, List.of(OWN), text -> text))
          .ifPresent(any -> slos.addAll(new SlothSpec(fields, SlothWords.OWN).slos()));
    } else {
      ofApi(fields);
    }
  }

  private void ofApi(Fields fields) {
    String version = fields.text("apiVersion").orElse("");
    String kind = fields.text("kind").orElse("");
    Optional<Fields> spec = fields.mapping("spec");
    if (version.equals(RESOURCE) && kind.equals("PrometheusServiceLevel")) {
      fields.require("spec");
      spec.ifPresent(one -> slos.addAll(new SlothSpec(one, SlothWords.RESOURCE).slos()));
    } else if (version.equals(ALPHA) && kind.equals("SLO")) {
      fields.require("metadata", "spec");
      spec.ifPresent(one -> slos.addAll(new SlothAlpha(fields, one).slos()));
    } else if (version.equals(RESOURCE) && kind.equals("AlertWindows")) {
      findings.note(
          fields.mapping().place(), "AlertWindows; write what differs as " + SloAnnotations.TIERS);
    } else if (kind.endsWith("List") && fields.has("items")) {
      fields.items("items").forEach(this::document);
    } else {
      findings.mistake(
          fields.mapping().place(),
          "",
          "version: %s, or a PrometheusServiceLevel of %s, or an SLO of %s"
              .formatted(OWN, RESOURCE, ALPHA),
          (version + " " + kind).isBlank() ? "none of them" : (version + " " + kind).strip(),
          version.startsWith("openslo/v1") && !version.equals(ALPHA)
              ? "Muster reads OpenSLO v1 itself; put the file into your catalogue"
              : "");
    }
  }

  private void refuseSameNames() {
    Map<String, SlothSlo> names = new HashMap<>();
    for (SlothSlo slo : slos) {
      SlothSlo first = names.putIfAbsent(slo.name(), slo);
      if (first != null) {
        findings.mistake(
            new Place(slo.file(), slo.line(), slo.column()),
            "",
            "each SLO once",
            slo.name(),
            "it stands in %s:%d already".formatted(first.file(), first.line()));
      }
    }
  }
}
