package dev.muster.core.gate;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Names;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Trait;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The evidence before the judge: makes a case of each entry. */
final class Docket {
  private final Rulebook rulebook;
  private final Shelves shelves;
  private final Running running;

  Docket(Rulebook rulebook, Shelves shelves) {
    this.rulebook = rulebook;
    this.shelves = shelves;
    this.running = new Running(rulebook.service(), shelves.own());
  }

  Service service() {
    return rulebook.service();
  }

  Shelves shelves() {
    return shelves;
  }

  Running running() {
    return running;
  }

  /** The case of an entry, ready or settled from the start. */
  Case open(EntryRule rule) {
    if (!rule.applies()) {
      return settled(
          Status.NOT_APPLICABLE,
          Reason.of(
              Reason.Code.OTHER_TRAITS,
              "traits",
              String.join(", ", new TreeSet<>(rule.single().traits()))));
    }
    if (rule.single() instanceof Requirement.Judged judged) {
      return JudgedCase.of(judged.question(), shelves.figures());
    }
    Requirement.Entry entry = (Requirement.Entry) rule.single();
    return switch (entry.each()) {
      case SERVICE -> EntryCase.of(rule, entry, Set.of(), this);
      case TARGET -> EntryCase.of(rule, entry, targets(entry), this);
      case DATASET -> ofDatasets(rule, entry, dataset -> true);
      case DATABASE -> ofDatasets(rule, entry, Dataset::isDatabase);
    };
  }

  private static Case settled(Status status, Reason reason) {
    return new Case.Settled(Finding.without(status, reason));
  }

  private Set<String> targets(Requirement.Entry entry) {
    Set<String> wanted = entry.match().get(MatchField.TARGET);
    return entry.match().getOrDefault(MatchField.CHECK, Set.of()).stream()
        .flatMap(check -> service().targets().getOrDefault(check, List.of()).stream())
        .filter(target -> named(wanted, target))
        .collect(Collectors.toSet());
  }

  private Case ofDatasets(EntryRule rule, Requirement.Entry entry, Predicate<Dataset> asked) {
    if (service().datasets().isEmpty()) {
      return service().traits().contains(Trait.DATA)
          ? settled(Status.MISSING, Reason.of(Reason.Code.NO_DATASET))
          : EntryCase.of(rule, entry, Set.of(), this);
    }
    Set<String> wanted = entry.match().get(MatchField.DATASET);
    Set<String> names =
        service().datasets().stream()
            .filter(asked)
            .map(Dataset::name)
            .filter(name -> named(wanted, name))
            .collect(Collectors.toSet());
    return names.isEmpty()
        ? settled(Status.NOT_APPLICABLE, Reason.of(Reason.Code.NOTHING_TO_PROVE))
        : EntryCase.of(rule, entry, names, this);
  }

  private static boolean named(@Nullable Set<String> wanted, String name) {
    return wanted == null || wanted.stream().anyMatch(pattern -> Names.matches(pattern, name));
  }

  Candidate candidate(Evidence event, String part, EntryRule rule) {
    EventFacts facts = new EventFacts(event, service(), dataset(part), stagedFirst(event));
    return new Candidate(facts, rule, reported(event), running);
  }

  @Nullable Dataset dataset(String name) {
    for (Dataset dataset : service().datasets()) {
      if (dataset.name().equals(name)) {
        return dataset;
      }
    }
    return null;
  }

  /** Where the gate insists on a machine, or the check is one that only a machine answers. */
  boolean machineOnly(Requirement.Entry entry) {
    return entry.machineOnly()
        || entry.match().getOrDefault(MatchField.CHECK, Set.of()).stream()
            .map(check -> rulebook.checks().get(check))
            .anyMatch(check -> check != null && check.proof() == Check.Proof.MACHINE);
  }

  /** A person's word needs a report where its check says so. */
  private boolean reported(Evidence event) {
    if (!(event instanceof ScanEvidence scan) || scan.proof() != Proof.PERSON) {
      return true;
    }
    Check check = rulebook.checks().get(scan.check());
    return check == null || !check.reportNeeded() || scan.report().url() != null;
  }

  private @Nullable Boolean stagedFirst(Evidence event) {
    if (!(event instanceof DeployEvidence deploy) || deploy.release().commit() == null) {
      return null;
    }
    return shelves
        .own()
        .of(EvidenceType.DEPLOY)
        .flatMap(stream -> stream.events().stream())
        .map(DeployEvidence.class::cast)
        .filter(other -> other.outcome() == DeployEvidence.Outcome.SUCCEEDED)
        .filter(other -> !other.time().isAfter(deploy.time()))
        .filter(other -> deploy.release().commit().equals(other.release().commit()))
        .anyMatch(other -> Environments.isOf(Environments.STAGING, service(), other.environment()));
  }
}
