package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.MatchField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry with the evidence for it. */
final class EntryCase implements Case {
  private final Requirement.Entry entry;
  private final Running running;
  private final boolean declared;
  private final boolean machineOnly;
  private final PartCase nothing;
  private final String what;
  private final Map<String, PartCase> parts = new TreeMap<>();

  /** Events of the kind that the entry does not choose: they tell why nothing was found. */
  private final List<Evidence> others = new ArrayList<>();

  private final Turns turns = new Turns();

  private EntryCase(Requirement.Entry entry, Docket docket, boolean declared) {
    this.entry = entry;
    this.running = docket.running();
    this.declared = declared;
    this.machineOnly = docket.machineOnly(entry);
    this.nothing = new PartCase(null, List.of(), entry.freshness(), null);
    this.what = what(entry);
  }

  /**
   * Gathers the evidence.
   *
   * @param declared parts each of which must hold; none: those seen
   */
  static EntryCase of(
      EntryRule rule, Requirement.Entry entry, Set<String> declared, Docket docket) {
    EntryCase made = new EntryCase(entry, docket, !declared.isEmpty());
    Map<String, List<Candidate>> byPart = new TreeMap<>();
    declared.forEach(part -> byPart.put(part, new ArrayList<>()));
    List<EvidenceStream> streams = docket.shelves().read(entry.scope(), entry.type()).toList();
    for (EvidenceStream stream : streams) {
      if (!made.sameKind(stream.key())) {
        continue;
      }
      made.gather(stream, rule, byPart, docket);
    }
    byPart.forEach(
        (part, candidates) -> {
          candidates.sort(Comparator.comparing(Candidate::event, Evidence.BY_AGE.reversed()));
          made.parts.put(
              part, new PartCase(name(part), candidates, entry.freshness(), docket.dataset(part)));
        });
    made.gatherTurns(docket.running());
    return made;
  }

  private void gather(
      EvidenceStream stream, EntryRule rule, Map<String, List<Candidate>> byPart, Docket docket) {
    boolean read = false;
    for (Evidence event : stream.events()) {
      String part = part(event);
      if (Match.all(entry, event, docket.service())
          && wordOfMachine(event)
          && (!declared || byPart.containsKey(part))) {
        byPart
            .computeIfAbsent(part, name -> new ArrayList<>())
            .add(docket.candidate(event, part, rule));
        read = true;
      } else {
        others.add(event);
      }
    }
    if (read) {
      turns.unknownBefore(stream.horizon());
    }
  }

  private void gatherTurns(Running running) {
    parts.values().forEach(part -> part.turns(turns));
    if (parts.values().stream().anyMatch(PartCase::hangsOnDeploys)) {
      running.changes().forEach(turns::add);
    }
    if (entry.freshness() instanceof Freshness.NoneWithin) {
      others.forEach(event -> turns.add(event.acts()));
    }
  }

  private boolean wordOfMachine(Evidence event) {
    return !machineOnly || !(event instanceof ScanEvidence scan) || scan.proof() == Proof.MACHINE;
  }

  private boolean sameKind(StreamKey stream) {
    MatchField kind =
        switch (entry.type()) {
          case SCAN -> MatchField.CHECK;
          case BACKUP -> MatchField.OPERATION;
          case DEPLOY -> null;
        };
    Set<String> wanted = kind == null ? null : entry.match().get(kind);
    return wanted == null || wanted.contains(stream.name());
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
      return List.of(none(instant).of(what));
    }
    return asked(instant)
        .map(part -> part.getValue().at(instant).orElseGet(() -> unseen(part.getKey(), instant)))
        .map(finding -> finding.of(what))
        .toList();
  }

  /** The check, the operation, or what else it is about. */
  private static String what(Requirement.Entry entry) {
    return switch (entry.type()) {
      case SCAN -> named(entry, MatchField.CHECK, "check");
      case BACKUP -> named(entry, MatchField.OPERATION, "backup");
      case DEPLOY -> "deploy";
    };
  }

  private static String named(Requirement.Entry entry, MatchField field, String otherwise) {
    Set<String> names = entry.match().getOrDefault(field, Set.of(otherwise));
    if (names.size() == 1) {
      return names.iterator().next().toLowerCase(Locale.ROOT);
    }
    return String.join(" or ", new TreeSet<>(names)).toLowerCase(Locale.ROOT);
  }

  /** The declared parts; else those seen lately, or the one seen last, or the unknown one. */
  private Stream<Map.Entry<String, PartCase>> asked(Instant instant) {
    if (declared) {
      return parts.entrySet().stream();
    }
    List<Map.Entry<String, PartCase>> seen =
        parts.entrySet().stream().filter(part -> part.getValue().seen(instant)).toList();
    if (!seen.isEmpty()) {
      return seen.stream();
    }
    return Stream.of(last(instant));
  }

  private Map.Entry<String, PartCase> last(Instant instant) {
    Map.Entry<String, PartCase> last = Map.entry("", nothing);
    Evidence newest = null;
    for (Map.Entry<String, PartCase> part : parts.entrySet()) {
      Candidate candidate = part.getValue().newest(instant);
      if (candidate != null
          && (newest == null || Evidence.BY_AGE.compare(candidate.event(), newest) > 0)) {
        last = part;
        newest = candidate.event();
      }
    }
    return last;
  }

  @Override
  public Status status(Instant instant) {
    if (entry.freshness() instanceof Freshness.NoneWithin) {
      return none(instant).status();
    }
    Status worst = Status.NOT_APPLICABLE;
    boolean any = false;
    for (PartCase part : parts.values()) {
      if (declared || part.seen(instant)) {
        any = true;
        worst = Status.worse(worst, orMissing(part.status(instant)));
      }
    }
    return any ? worst : orMissing(last(instant).getValue().status(instant));
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
                    .filter(event -> Match.place(entry, event, running.service()))
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
    turns.instants().forEach(all::add);
    all.unknownBefore(turns.horizon());
  }
}
