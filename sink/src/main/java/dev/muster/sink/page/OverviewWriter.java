package dev.muster.sink.page;

import dev.muster.core.catalogue.Gate;
import dev.muster.schemas.judgement.BurnTier;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.Lifecycle;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.page.Overview.Cell;
import dev.muster.sink.page.Overview.Column;
import dev.muster.sink.page.Overview.Gap;
import dev.muster.sink.page.Overview.NextEnd;
import dev.muster.sink.page.Overview.Pip;
import dev.muster.sink.page.Overview.Row;
import dev.muster.sink.page.Overview.Totals;
import dev.muster.sink.view.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the overview. */
final class OverviewWriter {
  private static final int GAPS = 5;

  private final List<Scorecard> all;
  private final Filter filter;
  private final Catalogue catalogue;
  private final Words words;
  private final Instant now;
  private final Endings endings;
  private final List<Scorecard> shown;

  /**
   * @param cards of services that were judged; those of the catalogue without one are added as not
   *     judged yet
   */
  OverviewWriter(Collection<Scorecard> cards, WaiverBoard board, Filter filter, Times times) {
    this.catalogue = board.catalogue();
    this.endings = new Endings(board, times);
    this.all = Unjudged.added(cards, catalogue);
    this.filter = filter;
    this.words = new Words(times);
    this.now = times.now();
    this.shown = all.stream().filter(filter::takes).sorted(this::worstFirst).toList();
  }

  Overview page(Frame frame) {
    List<String> standards =
        shown.stream()
            .flatMap(card -> card.getStandards().stream())
            .map(StandardScore::getStandard)
            .filter(id -> filter.standard().map(id::equals).orElse(true))
            .distinct()
            .sorted(Comparator.comparing((String id) -> -held(id)).thenComparing(id -> id))
            .toList();
    return new Overview(
        frame,
        totals(),
        Choices.of(all, catalogue, filter),
        standards.stream().map(this::column).toList(),
        shown.stream().map(card -> row(card, standards)).toList(),
        endings.of(shown),
        gaps());
  }

  private long held(String standard) {
    return shown.stream().filter(card -> score(card, standard) != null).count();
  }

  private static @Nullable StandardScore score(Scorecard card, String standard) {
    return card.getStandards().stream()
        .filter(score -> score.getStandard().equals(standard))
        .findFirst()
        .orElse(null);
  }

  private Totals totals() {
    Map<Mark, Long> worst =
        shown.stream().collect(Collectors.groupingBy(this::worst, Collectors.counting()));
    long applying = gates().filter(OverviewWriter::applies).count();
    long seen = gates().filter(OverviewWriter::applies).filter(OverviewWriter::everSeen).count();
    int ready = count(worst, Mark.PROVEN) + count(worst, Mark.WAIVED);
    int notConnected = count(worst, Mark.UNSEEN);
    int notBound = count(worst, Mark.ASIDE) + count(worst, Mark.UPCOMING);
    return new Totals(
        all.size(),
        shown.size(),
        alerts(BurnTier.PAGE),
        alerts(BurnTier.TICKET),
        ready,
        shown.size() - ready - notConnected - notBound,
        notConnected,
        notBound,
        (int) applying,
        (int) seen);
  }

  private int alerts(BurnTier tier) {
    return (int)
        shown.stream()
            .flatMap(card -> card.getSlos().stream())
            .filter(slo -> slo.getAlert() == tier)
            .count();
  }

  private static int count(Map<Mark, Long> marks, Mark mark) {
    return marks.getOrDefault(mark, 0L).intValue();
  }

  private Stream<GateScore> gates() {
    return shown.stream().flatMap(this::bound).flatMap(score -> score.getGates().stream());
  }

  /** The standards that are asked about, upcoming ones too. */
  private Stream<StandardScore> bound(Scorecard card) {
    return card.getStandards().stream()
        .filter(score -> filter.standard().map(score.getStandard()::equals).orElse(true));
  }

  private static boolean applies(GateScore gate) {
    return gate.getRaw() != GateStatus.NOT_APPLICABLE;
  }

  private static boolean everSeen(GateScore gate) {
    return Marks.of(gate.getRaw(), gate.getReason()) != Mark.UNSEEN
        && gate.getRaw() != GateStatus.UNKNOWN;
  }

  /** The worst verdict of what binds; {@link Mark#ASIDE} when nothing does. */
  private Mark worst(Scorecard card) {
    return bound(card)
        .map(score -> Marks.of(score, now))
        .min(Comparator.comparing(OverviewWriter::rank))
        .orElse(Mark.ASIDE);
  }

  private static int rank(Mark verdict) {
    return switch (verdict) {
      case FAILED -> 0;
      case UNSURE, OLD, HOLLOW -> 1;
      case UNSEEN -> 2;
      case WAIVED -> 3;
      case SOON, PROVEN -> 4;
      case UPCOMING -> 5;
      case ASIDE -> 6;
    };
  }

  /** A page that is open goes before all; else the standards decide, then the SLOs. */
  private int worstFirst(Scorecard a, Scorecard b) {
    return Comparator.comparing((Scorecard card) -> flag(card) != SloFlag.PAGE)
        .thenComparing(card -> rank(worst(card)))
        .thenComparing(OverviewWriter::flag)
        .thenComparing(Scorecard::getTier)
        .thenComparing(card -> -toFix(card))
        .thenComparing(Scorecard::getService)
        .compare(a, b);
  }

  private static int flag(Scorecard card) {
    return SloFlag.of(card).stream().findFirst().map(SloFlag::rank).orElse(SloFlag.NONE);
  }

  private int toFix(Scorecard card) {
    return (int)
        bound(card)
            .filter(score -> score.getUpcomingFrom() == null)
            .flatMap(score -> score.getGates().stream())
            .filter(gate -> Marks.of(gate, now).open())
            .count();
  }

  private Column column(String id) {
    List<StandardScore> scores =
        shown.stream().map(card -> score(card, id)).filter(found -> found != null).toList();
    int ready =
        (int)
            scores.stream()
                .map(score -> Marks.of(score, now))
                .filter(mark -> mark == Mark.PROVEN || mark == Mark.WAIVED)
                .count();
    return new Column(id, id, ready, scores.size());
  }

  private Row row(Scorecard card, List<String> standards) {
    List<@Nullable Cell> cells = new ArrayList<>();
    standards.forEach(
        id -> {
          StandardScore score = score(card, id);
          cells.add(score == null ? null : cell(score));
        });
    return new Row(
        card.getService(),
        card.getOwner(),
        card.getSystem(),
        card.getTier(),
        card.getLifecycle() == Lifecycle.PLANNED,
        SloFlag.of(card),
        cells,
        toFix(card),
        next(card));
  }

  private Cell cell(StandardScore score) {
    if (score.getGates().isEmpty()) {
      return new Cell(
          score.getStandard(),
          Mark.UNSEEN,
          "Not judged yet",
          "",
          null,
          List.of(),
          "Not judged yet");
    }
    List<String> notes =
        words.notes(score, catalogue.standard(score.getStandard(), score.getDefinition()));
    String open =
        score.getGates().stream()
            .filter(gate -> Marks.of(gate, now).open())
            .map(gate -> gate.getGate() + ": " + words.gate(gate))
            .collect(Collectors.joining("; "));
    return new Cell(
        score.getStandard(),
        Marks.of(score, now),
        words.verdict(score),
        Words.score(score),
        notes.isEmpty() ? null : String.join(" · ", notes),
        score.getGates().stream()
            .map(gate -> new Pip(gate.getGate(), Marks.of(gate, now)))
            .toList(),
        open);
  }

  private @Nullable NextEnd next(Scorecard card) {
    return bound(card)
        .flatMap(
            score ->
                score.getGates().stream()
                    .flatMap(gate -> end(gate).map(at -> new End(score, gate, at)).stream()))
        .min(Comparator.comparing(End::at))
        .map(
            end ->
                new NextEnd(
                    end.score().getStandard(),
                    end.gate().getGate(),
                    words.times().moment(end.at())))
        .orElse(null);
  }

  private record End(StandardScore score, GateScore gate, Instant at) {}

  private static Optional<Instant> end(GateScore gate) {
    return switch (gate.getEffective()) {
      case PASS, EXPIRING -> Optional.ofNullable(gate.getExpires());
      case WAIVED -> Optional.ofNullable(gate.getWaiverExpires());
      default -> Optional.empty();
    };
  }

  /** The gates that most services do not pass, most first. */
  private List<Gap> gaps() {
    Map<String, List<Mark>> marks = new TreeMap<>();
    shown.forEach(
        card ->
            bound(card)
                .filter(score -> score.getUpcomingFrom() == null)
                .forEach(
                    score ->
                        score.getGates().stream()
                            .filter(OverviewWriter::applies)
                            .forEach(
                                gate ->
                                    marks
                                        .computeIfAbsent(
                                            score.getStandard() + '/' + gate.getGate(),
                                            key -> new ArrayList<>())
                                        .add(Marks.of(gate, now)))));
    return marks.entrySet().stream()
        .map(entry -> gap(entry.getKey().split("/", 2), entry.getValue()))
        .filter(gap -> gap.services() > 0)
        .sorted(Comparator.comparing((Gap gap) -> -gap.services()).thenComparing(Gap::gate))
        .limit(GAPS)
        .toList();
  }

  private Gap gap(String[] path, List<Mark> marks) {
    int open = (int) marks.stream().filter(Mark::open).count();
    String risk =
        catalogue
            .standard(path[0], "")
            .flatMap(
                standard ->
                    standard.gates().stream().filter(gate -> gate.id().equals(path[1])).findFirst())
            .map(Gate::risk)
            .orElse("");
    return new Gap(path[0], path[1], open, marks.size(), risk);
  }
}
