package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.Freshness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry with the evidence for it. */
final class EntryCase implements Case {
  private static final Comparator<Candidate> NEWEST_FIRST =
      Comparator.comparing(Candidate::event, Evidence.BY_AGE.reversed());

  private final EntryRule rule;
  private final Requirement.Entry entry;
  private final Docket docket;
  private final boolean declared;
  private final boolean machineOnly;
  private final Map<String, PartCase> parts = new TreeMap<>();

  /** Streams that an event was chosen from. */
  private final List<EvidenceStream> read = new ArrayList<>();

  /** Events of the kind that the entry does not choose: they tell why nothing was found. */
  private final List<Evidence> others = new ArrayList<>();

  private EntryCase(EntryRule rule, Requirement.Entry entry, Docket docket, boolean declared) {
    this.rule = rule;
    this.entry = entry;
    this.docket = docket;
    this.declared = declared;
    this.machineOnly = docket.machineOnly(entry);
  }

  /**
   * Gathers the evidence.
   *
   * @param declared parts each of which must hold; none: those seen
   */
  static EntryCase of(
      EntryRule rule, Requirement.Entry entry, Set<String> declared, Docket docket) {
    EntryCase made = new EntryCase(rule, entry, docket, !declared.isEmpty());
    Map<String, List<Candidate>> byPart = new TreeMap<>();
    declared.forEach(part -> byPart.put(part, new ArrayList<>()));
    docket.shelves().read(entry).forEach(stream -> made.gather(stream, byPart));
    byPart.forEach((part, candidates) -> made.parts.put(part, made.part(part, candidates)));
    return made;
  }

  private PartCase part(String part, List<Candidate> candidates) {
    candidates.sort(NEWEST_FIRST);
    Span span = rule.span(entry, docket.dataset(part));
    return new PartCase(name(part), candidates, entry.freshness(), span);
  }

  private void gather(EvidenceStream stream, Map<String, List<Candidate>> byPart) {
    boolean chosen = false;
    for (Evidence event : stream.events()) {
      String part = part(event);
      if (Match.all(entry, event, docket.service())
          && wordOfMachine(event)
          && (!declared || byPart.containsKey(part))) {
        byPart
            .computeIfAbsent(part, name -> new ArrayList<>())
            .add(docket.candidate(event, part, rule));
        chosen = true;
      } else {
        others.add(event);
      }
    }
    if (chosen) {
      read.add(stream);
    }
  }

  private boolean wordOfMachine(Evidence event) {
    return !machineOnly || !(event instanceof ScanEvidence scan) || scan.proof() == Proof.MACHINE;
  }

  private String part(Evidence event) {
    return switch (entry.each()) {
      case SERVICE -> "";
      case TARGET, DATASET, DATABASE -> event.stream().part();
    };
  }

  private static @Nullable String name(String part) {
    return part.isEmpty() ? null : part;
  }

  @Override
  public Finding at(Instant instant) {
    List<Finding> findings = parts(instant);
    return Finding.worst(findings, findings.get(0));
  }

  @Override
  public List<Finding> parts(Instant instant) {
    if (entry.freshness() instanceof Freshness.NoneWithin) {
      return List.of(none(instant).of(rule.what()));
    }
    Map<String, PartCase> asked = asked(instant);
    List<Finding> findings = new ArrayList<>(asked.size());
    asked.forEach(
        (name, part) ->
            findings.add(part.at(instant).orElseGet(() -> unseen(name, instant)).of(rule.what())));
    return findings;
  }

  /** The declared parts; else those seen lately, or the one seen last, or the unknown one. */
  private Map<String, PartCase> asked(Instant instant) {
    if (declared) {
      return parts;
    }
    Map<String, PartCase> seen = parts;
    for (Map.Entry<String, PartCase> part : parts.entrySet()) {
      if (!part.getValue().seen(instant)) {
        seen = seen == parts ? new TreeMap<>(parts) : seen;
        seen.remove(part.getKey());
      }
    }
    return seen.isEmpty() ? last(instant) : seen;
  }

  private Map<String, PartCase> last(Instant instant) {
    Map<String, PartCase> last = Map.of("", nothing());
    Evidence newest = null;
    for (Map.Entry<String, PartCase> part : parts.entrySet()) {
      Candidate candidate = part.getValue().newest(instant);
      if (candidate != null
          && (newest == null || Evidence.BY_AGE.compare(candidate.event(), newest) > 0)) {
        last = Map.of(part.getKey(), part.getValue());
        newest = candidate.event();
      }
    }
    return last;
  }

  private PartCase nothing() {
    return new PartCase(null, List.of(), entry.freshness(), rule.span(entry, null));
  }

  @Override
  public Status status(Instant instant) {
    if (entry.freshness() instanceof Freshness.NoneWithin) {
      return none(instant).status();
    }
    Status worst = Status.NOT_APPLICABLE;
    for (PartCase part : asked(instant).values()) {
      worst = Status.worse(worst, orMissing(part.status(instant)));
    }
    return worst;
  }

  private static Status orMissing(@Nullable Status status) {
    return status == null ? Status.MISSING : status;
  }

  @Override
  public void turnsAfter(Instant instant, Turns all) {
    parts.values().forEach(part -> part.turnsAfter(instant, all));
  }

  private Finding unseen(String part, Instant instant) {
    Optional<Evidence> elsewhere = heard(instant).max(Evidence.BY_AGE);
    Reason reason =
        elsewhere
            .map(event -> whyNot(event, part))
            .orElseGet(() -> Reason.of(Reason.Code.NEVER_SEEN));
    return new Finding(Status.MISSING, reason, null, null, name(part));
  }

  private Reason whyNot(Evidence event, String part) {
    if (!wordOfMachine(event)) {
      return Reason.of(Reason.Code.PERSONS_WORD_ONLY, "time", event.time().toString());
    }
    Reason reason = Reason.of(Reason.Code.SEEN_ELSEWHERE, "time", event.time().toString());
    String other = event.stream().part();
    if (!other.isEmpty() && !other.equals(part)) {
      return reason.with("seen", other);
    }
    if (event instanceof ScanEvidence scan) {
      ScanEvidence.Place place = scan.place();
      String seen =
          Stream.of(place.environment(), place.ref(), place.commit(), place.imageDigest())
              .filter(word -> word != null)
              .findFirst()
              .orElse("");
      return reason.with("seen", seen);
    }
    return event instanceof DeployEvidence deploy
        ? reason.with("seen", deploy.environment() + ' ' + deploy.outcome())
        : reason;
  }

  /** All of the kind that had happened, chosen or not. */
  private Stream<Evidence> heard(Instant instant) {
    return Stream.concat(others.stream(), parts.values().stream().flatMap(PartCase::events))
        .filter(event -> !event.acts().isAfter(instant));
  }

  /** An event inside contradicts; that nothing was seen holds only where something was heard. */
  private Finding none(Instant instant) {
    return parts.values().stream()
        .flatMap(part -> part.inside(instant).stream())
        .min(Finding.WORST_FIRST)
        .orElseGet(
            () ->
                heard(instant)
                    .filter(event -> Match.place(entry, event, docket.service()))
                    .max(Evidence.BY_AGE)
                    .map(this::noneSeen)
                    .orElseGet(() -> unseen("", instant)));
  }

  private Finding noneSeen(Evidence event) {
    String limit = ((Freshness.NoneWithin) entry.freshness()).limit().toString();
    Reason reason = Reason.of(Reason.Code.NONE_SEEN, "limit", limit);
    return new Finding(Status.PASS, reason, null, event, null);
  }

  @Override
  public void turns(Turns all) {
    read.forEach(stream -> all.unknownBefore(stream.horizon()));
    parts.values().forEach(part -> part.turns(all));
    if (parts.values().stream().anyMatch(PartCase::hangsOnDeploys)) {
      docket.running().changes().forEach(all::add);
    }
    if (entry.freshness() instanceof Freshness.NoneWithin) {
      others.forEach(event -> all.add(event.acts()));
    }
  }
}
