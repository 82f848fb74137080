package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Indicator.Query;
import dev.muster.core.slo.Slo;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives each SLO the indicator and the tools that it names; what it names is there. */
final class SloResolver {
  private final Documents documents;

  SloResolver(Documents documents) {
    this.documents = documents;
  }

  List<Slo> of(String service) {
    return documents.slos().values().stream()
        .filter(document -> document.service().equals(service))
        .flatMap(this::resolved)
        .toList();
  }

  /** In place of an SLO with several objectives, what each of them has become. */
  List<String> expanded(List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                documents.slos().containsKey(name)
                    ? documents.slos().get(name).slos().stream().map(Slo::name)
                    : Stream.of(name))
        .distinct()
        .toList();
  }

  private Stream<Slo> resolved(SloDocument document) {
    Indicator referred =
        document
            .indicatorRef()
            .map(ref -> documents.slis().get(ref.sli()))
            .map(sli -> sli instanceof SliDocument.Ratio ratio ? ratio.indicator() : null)
            .orElse(null);
    return document.slos().stream()
        .map(slo -> slo.measuredBy(of(referred == null ? slo.indicator() : referred)));
  }

  private @Nullable Indicator of(@Nullable Indicator indicator) {
    if (indicator instanceof Indicator.Ratio ratio) {
      return new Indicator.Ratio(
          of(ratio.counted()), ratio.bad(), of(ratio.total()), ratio.counter());
    }
    return indicator instanceof Indicator.Raw raw
        ? new Indicator.Raw(of(raw.query()), raw.success())
        : null;
  }

  /** What the DataSource says counts where the query says nothing. */
  private Query of(Query query) {
    return query.type() != null || query.source() == null
        ? query
        : new Query(query.source(), documents.dataSources().get(query.source()), query.spec());
  }
}
