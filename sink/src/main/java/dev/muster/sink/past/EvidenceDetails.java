package dev.muster.sink.past;

import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.fact.WaiverState;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.sink.past.EvidenceRow.Approval;
import dev.muster.sink.past.EvidenceRow.Event;
import dev.muster.sink.past.EvidenceRow.Found;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what judgements only point at: the events at their places, and the waivers. */
record EvidenceDetails(PastLogs logs, Patience patience) {

  List<EvidenceRow> of(List<EvidenceRow> rows) {
    Map<Place, Event> events = events(rows);
    Map<String, Approval> approvals = approvals(rows);
    return rows.stream()
        .map(
            row ->
                new EvidenceRow(
                    row.judgement(),
                    row.from(),
                    row.to(),
                    row.standardHash(),
                    place(row).map(events::get).orElse(Event.NOT_ASKED),
                    Optional.ofNullable(row.judgement().getWaiverId())
                        .map(id -> approvals.get(key(row.judgement().getService(), id)))
                        .orElse(Approval.NONE)))
        .toList();
  }

  /** Where an event lies, and which it must be. */
  private record Place(int partition, long offset, String source, String id) {}

  /** Only scans say more than the judgement: who signed, and the report. */
  private static Optional<Place> place(EvidenceRow row) {
    return Optional.ofNullable(row.judgement().getEvidence())
        .filter(evidence -> evidence.getTopic().equals(Topics.SCAN.name()))
        .map(EvidenceDetails::place);
  }

  private static Place place(Evidence evidence) {
    return new Place(
        evidence.getPartition(), evidence.getOffset(), evidence.getSource(), evidence.getId());
  }

  private Map<Place, Event> events(List<EvidenceRow> rows) {
    List<Place> places =
        rows.stream()
            .flatMap(row -> place(row).stream())
            .distinct()
            .sorted(Comparator.comparing(Place::partition).thenComparing(Place::offset))
            .toList();
    Map<Place, Event> events = new HashMap<>();
    if (places.isEmpty()) {
      return events;
    }
    try (LogReader<Scan> reader = new LogReader<>(logs.scans(), patience)) {
      for (Place place : places) {
        events.put(
            place,
            reader
                .at(place.partition(), place.offset())
                .map(held -> held.value())
                .map(scan -> event(place, scan))
                .orElseGet(() -> Event.without(Found.KEPT_NO_LONGER)));
      }
    }
    return events;
  }

  private static Event event(Place place, Scan scan) {
    return scan.getId().equals(place.id()) && scan.getSource().equals(place.source())
        ? new Event(
            Found.READ,
            Objects.requireNonNullElse(scan.getAttestedBy(), ""),
            Objects.requireNonNullElse(scan.getReportUrl(), ""),
            Objects.requireNonNullElse(scan.getReportSha256(), ""))
        : Event.without(Found.ANOTHER);
  }

  private Map<String, Approval> approvals(List<EvidenceRow> rows) {
    Set<String> ids =
        rows.stream()
            .map(row -> row.judgement().getWaiverId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<String> services =
        rows.stream().map(row -> row.judgement().getService()).collect(Collectors.toSet());
    Map<String, Approval> approvals = new HashMap<>();
    if (ids.isEmpty()) {
      return approvals;
    }
    try (LogReader<Waiver> reader = new LogReader<>(logs.waivers(), patience)) {
      services.stream()
          .map(reader::partitionOf)
          .distinct()
          .forEach(
              partition ->
                  reader.each(
                      partition,
                      services::contains,
                      held -> {
                        Waiver step = held.value();
                        if (step != null
                            && step.getState() == WaiverState.APPROVED
                            && ids.contains(step.getWaiverId())) {
                          approvals.putIfAbsent(
                              key(step.getService(), step.getWaiverId()), approval(step));
                        }
                      }));
    }
    return approvals;
  }

  private static String key(String service, String waiver) {
    return service + '\n' + waiver;
  }

  private static Approval approval(Waiver step) {
    String by = step.getApprovedBy() == null ? step.getBy() : step.getApprovedBy();
    return new Approval(by, Optional.of(step.getExpires()));
  }
}
