package dev.muster.sink.past;

import dev.muster.core.gate.GateId;
import dev.muster.core.past.History;
import dev.muster.core.past.History.Interval;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.sink.past.Holdings.Holding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that a standard's gates stood on in a span. A partition is read once for every few services,
 * so that what is held at a time does not grow with their number.
 */
public final class EvidenceReport {
  /** How long the catalogue, or one round of services, may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int SERVICES_AT_A_TIME = 25;

  private final PastLogs logs;
  private final Turnstile turnstile;

  /** Services whose judgements lie in one partition, a few of them. */
  private record Round(int partition, List<String> services) {}

  public EvidenceReport(PastLogs logs, Turnstile turnstile) {
    this.logs = logs;
    this.turnstile = turnstile;
  }

  /**
   * Rows by service, gate and time, services by partition; each round is read when it is asked for.
   *
   * @throws CannotRead here and from the iterator, when the log cannot be read now
   */
  public Iterator<List<EvidenceRow>> rows(EvidenceQuery query) {
    Holdings holdings = turnstile.pass(() -> holdings(query));
    Iterator<Round> rounds = rounds(holdings).iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rounds.hasNext();
      }

      @Override
      public List<EvidenceRow> next() {
        Round round = rounds.next();
        return turnstile.pass(() -> rows(query, holdings, round));
      }
    };
  }

  private Holdings holdings(EvidenceQuery query) {
    Holdings holdings = new Holdings(query);
    try (LogReader<CatalogEntry> reader =
        new LogReader<>(logs.catalogue(), Patience.of(PATIENCE))) {
      IntStream partitions =
          query
              .service()
              .map(service -> IntStream.of(reader.partitionOf(service)))
              .orElseGet(() -> IntStream.range(0, reader.partitions()));
      partitions.forEach(
          partition ->
              reader.each(partition, key -> !key.contains(":") && query.asks(key), holdings::take));
    }
    return holdings;
  }

  private List<Round> rounds(Holdings holdings) {
    List<String> services = holdings.services();
    if (services.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<String>> byPartition;
    try (LogReader<GateJudgement> reader = new LogReader<>(logs.gates(), Patience.of(PATIENCE))) {
      byPartition =
          services.stream()
              .collect(
                  Collectors.groupingBy(reader::partitionOf, TreeMap::new, Collectors.toList()));
    }
    List<Round> rounds = new ArrayList<>();
    byPartition.forEach(
        (partition, all) -> {
          for (int i = 0; i < all.size(); i += SERVICES_AT_A_TIME) {
            int end = Math.min(all.size(), i + SERVICES_AT_A_TIME);
            rounds.add(new Round(partition, all.subList(i, end)));
          }
        });
    return rounds;
  }

  private List<EvidenceRow> rows(EvidenceQuery query, Holdings holdings, Round round) {
    Patience patience = Patience.of(PATIENCE);
    Map<String, Map<GateId, History<GateJudgement>>> said = new TreeMap<>();
    Set<String> wanted = new HashSet<>(round.services());
    try (LogReader<GateJudgement> reader = new LogReader<>(logs.gates(), patience)) {
      reader.each(
          round.partition(),
          wanted::contains,
          record -> {
            GateJudgement judgement = record.value();
            if (judgement != null && judgement.getStandard().equals(query.standard())) {
              said.computeIfAbsent(judgement.getService(), any -> new TreeMap<>())
                  .computeIfAbsent(
                      Judgements.said(judgement).gate(),
                      any -> new History<>(query.from(), query.to()))
                  .take(Judgements.said(judgement));
            }
          });
    }
    List<EvidenceRow> bare = new ArrayList<>();
    said.forEach(
        (service, gates) ->
            gates
                .values()
                .forEach(
                    history ->
                        history.intervals().stream()
                            .flatMap(one -> row(query, holdings, service, one).stream())
                            .forEach(bare::add)));
    return new EvidenceDetails(logs, patience).of(bare);
  }

  /** An interval ends at the latest when the service is held to the standard no more. */
  private static Optional<EvidenceRow> row(
      EvidenceQuery query, Holdings holdings, String service, Interval<GateJudgement> one) {
    Optional<Holding> holding = holdings.at(service, one.from());
    Optional<Instant> letGo = holdings.end(service, one.from());
    Optional<Instant> next = Optional.ofNullable(one.to());
    Optional<Instant> to = letGo.filter(end -> next.map(end::isBefore).orElse(true)).or(() -> next);
    return holding
        .filter(held -> query.touches(one.from(), to))
        .map(
            held ->
                new EvidenceRow(
                    one.said().word(),
                    one.from(),
                    to,
                    held.hash(),
                    EvidenceRow.Event.NOT_ASKED,
                    EvidenceRow.Approval.NONE));
  }
}
