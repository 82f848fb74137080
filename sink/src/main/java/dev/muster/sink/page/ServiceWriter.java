package dev.muster.sink.page;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Standard;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.page.ServicePage.Deploy;
import dev.muster.sink.page.ServicePage.EntryLine;
import dev.muster.sink.page.ServicePage.GateLine;
import dev.muster.sink.page.ServicePage.Section;
import dev.muster.sink.page.ServicePage.Text;
import dev.muster.sink.view.Catalogue;
import dev.muster.sink.view.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the page of one service. */
final class ServiceWriter {
  private final Scorecard card;
  private final Catalogue catalogue;
  private final Times times;
  private final Words words;
  private final Proofs proofs;
  private final GateWaivers waivers;
  private final Endings endings;
  private final Signings signings;

  ServiceWriter(Scorecard card, WaiverBoard board, Signings signings, Times times) {
    this.signings = signings;
    this.card = card;
    this.catalogue = board.catalogue();
    this.waivers = new GateWaivers(board, card.getService(), times);
    this.endings = new Endings(board, times);
    this.times = times;
    this.words = new Words(times);
    this.proofs = new Proofs(catalogue, card.getService());
  }

  ServicePage page(Frame frame) {
    return new ServicePage(
        frame,
        card.getService(),
        PastWriter.field(times.now()),
        card.getOwner(),
        card.getSystem(),
        card.getTier(),
        card.getLifecycle().name().toLowerCase(Locale.ROOT),
        card.getTraits().stream().sorted().toList(),
        endings.of(List.of(card)),
        new LaunchWriter(times, this::title).of(card),
        new SloWriter(catalogue.services().get(card.getService()), times).lines(card),
        card.getStandards().stream().map(this::section).toList(),
        new AlertWeekWriter(times).of(card.getNoise()),
        card.getChanges().stream().map(new ChangeWriter(times)::change).toList(),
        deploys(),
        proofs.deploy(),
        DeployFigures.of(card));
  }

  private Section section(StandardScore score) {
    Optional<Standard> standard = catalogue.standard(score.getStandard(), score.getDefinition());
    List<GateLine> lines = new ArrayList<>();
    boolean nextFound = !standard.map(Standard::sequence).orElse(false);
    for (GateScore gate : score.getGates()) {
      boolean next = !nextFound && Marks.of(gate, times.now()).open();
      nextFound |= next;
      lines.add(line(score.getStandard(), gate, text(standard, gate.getGate()), next));
    }
    return new Section(
        score.getStandard(),
        title(score),
        Marks.of(score, times.now()),
        words.verdict(score),
        Words.score(score),
        facts(score, standard),
        lines);
  }

  private String title(StandardScore score) {
    return catalogue
        .standard(score.getStandard(), score.getDefinition())
        .map(Standard::title)
        .orElse(score.getStandard());
  }

  private List<String> facts(StandardScore score, Optional<Standard> standard) {
    List<String> facts = new ArrayList<>();
    facts.add(Words.score(score) + " passed");
    facts.addAll(words.notes(score, standard));
    signings.of(card, score).ifPresent(facts::add);
    return facts;
  }

  private static @Nullable Gate text(Optional<Standard> standard, String gate) {
    return standard.stream()
        .flatMap(found -> found.gates().stream())
        .filter(found -> found.id().equals(gate))
        .findFirst()
        .orElse(null);
  }

  private GateLine line(String standard, GateScore gate, @Nullable Gate text, boolean next) {
    String reason = Reasons.sentence(gate.getReason(), gate.getReasonValues());
    boolean waived = gate.getEffective() == GateStatus.WAIVED;
    var end = waived ? gate.getWaiverExpires() : gate.getExpires();
    return new GateLine(
        standard + '.' + gate.getGate(),
        gate.getGate(),
        Marks.of(gate, times.now()),
        words.gate(gate),
        reason,
        waivers.waived(gate),
        times.moment(gate.getSince()),
        end == null ? null : times.moment(end),
        standsOn(gate.getProof()),
        gate.getEvidenceId(),
        text == null ? null : new Text(text.risk(), text.remedy(), text.effort()),
        next,
        entries(gate, text, reason),
        waivers.act(standard, gate, text));
  }

  private static @Nullable String standsOn(Proof proof) {
    return switch (proof) {
      case MACHINE -> "seen by a machine";
      case PERSON -> "on a person's word";
      case UNKNOWN -> null;
    };
  }

  private List<EntryLine> entries(GateScore gate, @Nullable Gate text, String reason) {
    List<EntryScore> open = gate.getEntries().stream().filter(ServiceWriter::open).toList();
    if (!open.isEmpty()) {
      return open.stream().map(entry -> proofs.open(entry, reason)).toList();
    } else if (text == null || gate.getEffective() == GateStatus.NOT_APPLICABLE) {
      return List.of();
    }
    return text.requires().stream().flatMap(ServiceWriter::singles).flatMap(proofs::asked).toList();
  }

  private static boolean open(EntryScore entry) {
    return entry.getStatus() != GateStatus.PASS && entry.getStatus() != GateStatus.EXPIRING;
  }

  private static Stream<Requirement.Entry> singles(Requirement requirement) {
    Stream<? extends Requirement> all =
        requirement instanceof Requirement.AnyOf any
            ? any.alternatives().stream().flatMap(List::stream)
            : Stream.of(requirement);
    return all.filter(Requirement.Entry.class::isInstance).map(Requirement.Entry.class::cast);
  }

  private List<Deploy> deploys() {
    return card.getLastDeploys().stream()
        .map(
            deploy ->
                new Deploy(
                    times.moment(deploy.getAt()),
                    deploy.getVersion() == null ? "unnamed" : deploy.getVersion(),
                    deploy.getEnvironment(),
                    Words.plain(deploy.getOutcome().name()).toLowerCase(Locale.ROOT)
                        + (deploy.getTrigger() == DeployTrigger.MANUAL ? " by hand" : "")))
        .toList();
  }
}
