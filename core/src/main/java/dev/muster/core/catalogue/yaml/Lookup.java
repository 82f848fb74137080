package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.gate.cel.MustCompiler;
import dev.muster.core.gate.cel.MustCompiler.Fault;
import java.util.Set;
import java.util.SortedSet;

/** Whether what documents say of each other is so. */
final class Lookup {
  private final Documents documents;
  private final Findings findings;

  Lookup(Documents documents, Findings findings) {
    this.documents = documents;
    this.findings = findings;
  }

  void check() {
    findings.references().forEach(this::reference);
    findings.levels().forEach(this::level);
    findings.musts().forEach(this::must);
    findings.sloKinds().forEach(this::sloKind);
    documents.slos().values().forEach(this::threshold);
    documents
        .names(Kind.OPENSLO_SERVICE)
        .forEach(
            (name, place) -> {
              if (!documents.names(Kind.SERVICE).containsKey(name)) {
                findings.note(place, "not used: no muster/v1 Service is named " + name);
              }
            });
  }

  private void reference(Findings.Reference reference) {
    if (!documents.names(reference.kind()).containsKey(reference.id())) {
      findings.mistake(
          reference.place(),
          reference.path(),
          "the name of " + reference.kind().aNoun(),
          '"' + reference.id() + '"',
          documents.advice(reference.kind(), reference.id()));
    }
  }

  private void level(Findings.LevelUse use) {
    Standard standard = documents.standards().get(use.standard());
    if (standard != null && !standard.levels().contains(use.level())) {
      findings.mistake(
          use.place(),
          use.path(),
          "a level of " + standard.id() + ": " + String.join(", ", standard.levels()),
          '"' + use.level() + '"',
          DidYouMean.nearest(use.level(), standard.levels())
              .map(near -> "did you mean " + near + "?")
              .orElse(""));
    }
  }

  /** A kind that no standard asks for and nobody knows is most likely misspelt. */
  private void sloKind(Findings.SloKindUse use) {
    SortedSet<String> known = SloKinds.known(documents.standards().values());
    if (!known.contains(use.kind())) {
      findings.mistake(
          use.place(),
          use.path(),
          "a kind of SLO: " + String.join(", ", known),
          '"' + use.kind() + '"',
          DidYouMean.nearest(use.kind(), known)
              .map(near -> "did you mean " + near + "?")
              .orElse("others can be those that a standard of yours asks for"));
    }
  }

  private void threshold(SloDocument slo) {
    slo.indicatorRef()
        .filter(ref -> documents.slis().get(ref.sli()) instanceof SliDocument.Threshold)
        .ifPresent(
            ref ->
                findings.mistake(
                    ref.place(),
                    ref.path(),
                    SliDocument.Threshold.EXPECTED,
                    "a thresholdMetric in " + ref.sli(),
                    SliDocument.Threshold.ADVICE));
  }

  private void must(Findings.MustUse use) {
    Check check = use.check() == null ? null : documents.checks().get(use.check());
    if (use.check() != null && check == null) {
      return; // Named already as a wrong reference, or wrong itself.
    }
    Set<String> values = check == null ? Set.of() : check.values().keySet();
    if (MustCompiler.compile(use.text(), use.event(), values)
        instanceof MustCompiler.Result.Refused refused) {
      refused.faults().forEach(fault -> fault(use, fault));
    }
  }

  private void fault(Findings.MustUse use, Fault fault) {
    int line = 1;
    int offset = 0;
    while (line < fault.line()) {
      offset = use.text().indexOf('\n', offset) + 1;
      line++;
    }
    Place place = use.must().placeOf(offset + fault.column() - 1);
    findings.mistake(
        place, use.must().path(), "a rule on the event", fault.message(), fault.advice());
  }
}
