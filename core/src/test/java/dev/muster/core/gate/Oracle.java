package dev.muster.core.gate;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.Each;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Service;
import dev.muster.core.gate.Histories.Definition;
import dev.muster.core.gate.Histories.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the gates once more, as plainly as they can be said: asks the whole history at every
 * hour. Knows nothing of shelves, turns, indexes or marks.
 */
final class Oracle {
  private final List<Definition> definitions;
  private final List<Evidence> events;
  private final long now;

  /** Knows what was received up to an hour. */
  Oracle(History history, long now) {
    this.now = now;
    this.definitions =
        history.definitions().stream().filter(definition -> definition.hour() <= now).toList();
    this.events =
        history.all().stream()
            .filter(event -> !event.received().isAfter(Histories.hour(now)))
            .toList();
  }

  /** What is compared. */
  record Answer(Status status, Instant since, @Nullable Instant expires) {}

  Answer gate(String id) {
    Definition definition = definitions.get(definitions.size() - 1);
    Gate gate = gate(definition, id);
    Status status = status(definition, gate, now);
    long since = now;
    while (since > ruleSince(id) && status(definition, gate, since - 1) == status) {
      since--;
    }
    return new Answer(status, Histories.hour(since), expires(definition, gate));
  }

  /** The hour from which the gate and all it reads of the service are as they are now. */
  private long ruleSince(String id) {
    Definition last = definitions.get(definitions.size() - 1);
    long since = last.hour();
    for (int i = definitions.size() - 2; i >= 0; i--) {
      if (!rule(definitions.get(i), id).equals(rule(last, id))) {
        return since;
      }
      since = definitions.get(i).hour();
    }
    return since;
  }

  private static List<Object> rule(Definition definition, String id) {
    Service service = definition.service();
    boolean scans = !Set.of("deploy").contains(id);
    return List.of(
        gate(definition, id),
        service.traits(),
        Objects.requireNonNull(service.standards().get(0).level()),
        scans ? service.branches() : "",
        scans ? service.datasets() : "",
        Set.of("measured", "machine").contains(id) ? service.targets() : "",
        Set.of("machine", "mixed", "shared", "either").contains(id)
            ? Objects.requireNonNull(service.rotation()).name()
            : "");
  }

  private static Gate gate(Definition definition, String id) {
    return definition.standard().gates().stream()
        .filter(gate -> gate.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Status status(Definition definition, Gate gate, long hour) {
    if (!definition.service().traits().containsAll(gate.traits())) {
      return Status.NOT_APPLICABLE;
    }
    Set<Status> statuses = new TreeSet<>();
    for (Requirement requirement : gate.requires()) {
      if (asked(definition, requirement)) {
        statuses.add(requirement(definition, requirement, hour));
      }
    }
    statuses.remove(Status.NOT_APPLICABLE);
    return statuses.isEmpty() ? Status.NOT_APPLICABLE : statuses.iterator().next();
  }

  private static boolean asked(Definition definition, Requirement requirement) {
    return !"high".equals(requirement.level())
        || "high".equals(definition.service().standards().get(0).level());
  }

  private Status requirement(Definition definition, Requirement requirement, long hour) {
    if (requirement instanceof Requirement.Entry entry) {
      return entry(definition, entry, hour);
    }
    TreeSet<Status> statuses = new TreeSet<>();
    for (List<Requirement.Single> all : ((Requirement.AnyOf) requirement).alternatives()) {
      statuses.add(entry(definition, (Requirement.Entry) all.get(0), hour));
    }
    if (statuses.contains(Status.PASS)) {
      return Status.PASS;
    }
    return statuses.contains(Status.EXPIRING) ? Status.EXPIRING : statuses.first();
  }

  private Status entry(Definition definition, Requirement.Entry entry, long hour) {
    if (entry.freshness() instanceof Freshness.NoneWithin) {
      return none(definition, entry, hour);
    }
    if (missesDatasets(definition, entry)) {
      return Status.MISSING;
    }
    Set<Status> statuses = new TreeSet<>();
    for (String part : parts(definition, entry, hour)) {
      statuses.add(part(definition, entry, part, hour));
    }
    return statuses.isEmpty() ? Status.NOT_APPLICABLE : statuses.iterator().next();
  }

  private static boolean missesDatasets(Definition definition, Requirement.Entry entry) {
    return ofDatasets(entry)
        && definition.service().datasets().isEmpty()
        && definition.service().traits().contains("data");
  }

  private static boolean ofDatasets(Requirement.Entry entry) {
    return entry.each() == Each.DATASET || entry.each() == Each.DATABASE;
  }

  private Status none(Definition definition, Requirement.Entry entry, long hour) {
    boolean heard = false;
    for (Evidence event : events) {
      if (event instanceof DeployEvidence deploy
          && happened(deploy, hour)
          && definition.service().isProduction(deploy.environment())) {
        heard = true;
        if (deploy.trigger() == DeployEvidence.Trigger.MANUAL
            && at(hour).isBefore(deploy.time().plus(limit(definition, entry, "")))) {
          return Status.FAIL;
        }
      }
    }
    return heard ? Status.PASS : Status.MISSING;
  }

  /** What must hold one by one. */
  private Set<String> parts(Definition definition, Requirement.Entry entry, long hour) {
    Service service = definition.service();
    if (ofDatasets(entry) && !service.datasets().isEmpty()) {
      Set<String> names = new TreeSet<>();
      for (Dataset dataset : service.datasets()) {
        if (entry.each() == Each.DATASET || dataset.kind().equals("postgres")) {
          names.add(dataset.name());
        }
      }
      return names;
    }
    if (entry.each() == Each.SERVICE) {
      return Set.of("");
    }
    String check = name(entry);
    if (entry.each() == Each.TARGET && service.targets().containsKey(check)) {
      return new TreeSet<>(service.targets().get(check));
    }
    Map<String, Evidence> newest = new TreeMap<>();
    for (Evidence event : events) {
      if (chosen(definition, entry, event, hour)) {
        newest.merge(part(event), event, (one, other) -> newer(one, other) ? one : other);
      }
    }
    Set<String> lately = new TreeSet<>();
    @Nullable Evidence last = null;
    for (Evidence event : newest.values()) {
      Duration twice = limit(definition, entry, part(event)).multipliedBy(2);
      if (at(hour).isBefore(acts(event).plus(twice))) {
        lately.add(part(event));
      }
      last = last == null || newer(event, last) ? event : last;
    }
    if (!lately.isEmpty()) {
      return lately;
    }
    return last == null ? Set.of("") : Set.of(part(last));
  }

  private Status part(Definition definition, Requirement.Entry entry, String part, long hour) {
    List<Evidence> left = new ArrayList<>();
    for (Evidence event : events) {
      if (part.equals(part(event)) && chosen(definition, entry, event, hour)) {
        left.add(event);
      }
    }
    boolean contradicted = false;
    boolean broken = false;
    while (!left.isEmpty()) {
      Evidence newest = left.get(0);
      for (Evidence event : left) {
        newest = newer(event, newest) ? event : newest;
      }
      left.remove(newest);
      String word = word(entry, newest);
      if (word.equals("proves")) {
        return proven(newest, limit(definition, entry, part), hour);
      }
      if (word.equals("nothing")) {
        continue;
      }
      if (!contradicted && !broken) {
        contradicted = word.equals("contradicts");
        broken = !contradicted;
      }
      if (entry.freshness() instanceof Freshness.Newest) {
        break;
      }
    }
    return contradicted ? Status.FAIL : broken ? Status.CANNOT_JUDGE : Status.MISSING;
  }

  private static Status proven(Evidence event, Duration limit, long hour) {
    long age = Duration.between(event.time(), at(hour)).toHours();
    long days = limit.toHours();
    long warning = Math.min(Math.max(days / 10, 24), days / 4);
    return age >= days ? Status.STALE : age >= days - warning ? Status.EXPIRING : Status.PASS;
  }

  private static String word(Requirement.Entry entry, Evidence event) {
    if (event instanceof DeployEvidence deploy) {
      boolean byHand = entry.must() != null && deploy.trigger() != DeployEvidence.Trigger.PIPELINE;
      return byHand ? "contradicts" : "proves";
    }
    if (event instanceof BackupEvidence backup) {
      return switch (backup.outcome()) {
        case FAILED, PARTIAL -> "contradicts";
        case SUCCEEDED -> {
          boolean whole = backup.scope() == BackupEvidence.Scope.FULL;
          boolean restore = backup.operation() == BackupEvidence.Operation.RESTORE;
          boolean verified = backup.verifiedBy() != BackupEvidence.VerifiedBy.NONE;
          yield whole && (!restore || verified) ? "proves" : "nothing";
        }
        default -> "nothing";
      };
    }
    ScanEvidence scan = (ScanEvidence) event;
    boolean old = scan.time().plus(Duration.ofDays(14)).isBefore(scan.received());
    if (old && scan.proof() == Proof.PERSON && scan.outcome() == ScanEvidence.Outcome.PASSED) {
      return "nothing";
    }
    return switch (scan.outcome()) {
      case FAILED, PARTIAL -> "contradicts";
      case PASSED -> {
        Double x = scan.values().get("x");
        if (entry.must() == null) {
          yield "proves";
        }
        yield x == null ? "nothing" : x == 13 ? "breaks" : x >= 1 ? "proves" : "contradicts";
      }
      default -> "nothing";
    };
  }

  private boolean chosen(
      Definition definition, Requirement.Entry entry, Evidence event, long hour) {
    if (!event.stream().type().equals(entry.type()) || !happened(event, hour)) {
      return false;
    }
    if (event instanceof ScanEvidence scan) {
      boolean own = scan.origin().subject().equals("orders");
      return entry.type() == EvidenceType.SCAN
          && scan.check().equals(name(entry))
          && (own || scan.origin().subject().equals(subject(definition.service(), entry)))
          && (!entry.machineOnly() || scan.proof() == Proof.MACHINE)
          && runs(definition.service(), scan, hour);
    }
    if (event instanceof BackupEvidence backup) {
      return entry.type() == EvidenceType.BACKUP && backup.operation().name().equals(name(entry));
    }
    DeployEvidence deploy = (DeployEvidence) event;
    return entry.type() == EvidenceType.DEPLOY
        && definition.service().isProduction(deploy.environment())
        && entry
            .match()
            .getOrDefault(MatchField.OUTCOME, Set.of(deploy.outcome().name()))
            .contains(deploy.outcome().name());
  }

  /** Whose evidence counts beside the service's own. */
  private static String subject(Service service, Requirement.Entry entry) {
    return switch (entry.scope()) {
      case ROTATION -> "rotation/" + Objects.requireNonNull(service.rotation()).name();
      case SYSTEM -> "system/" + service.system();
      case ORG -> "org";
      case SERVICE -> "none";
    };
  }

  private boolean runs(Service service, ScanEvidence scan, long hour) {
    ScanEvidence.Place place = scan.place();
    if (place.environment() != null) {
      return service.isProduction(place.environment());
    }
    if (place.ref() == null && place.commit() == null && place.imageDigest() == null) {
      return true;
    }
    if (place.ref() != null
        && service.branches().contains(place.ref().replace("refs/heads/", ""))) {
      return true;
    }
    for (String artefact : Arrays.asList(place.commit(), place.imageDigest())) {
      if (artefact != null
          && (deployed("prod-eu", artefact, hour) || deployed("prod-us", artefact, hour))) {
        return true;
      }
    }
    return false;
  }

  private boolean deployed(String environment, String artefact, long hour) {
    Set<String> takenBack = new HashSet<>();
    List<DeployEvidence> newestFirst = new ArrayList<>();
    for (Evidence event : events) {
      if (event instanceof DeployEvidence deploy
          && deploy.environment().equals(environment)
          && happened(deploy, hour)) {
        newestFirst.add(deploy);
      }
    }
    newestFirst.sort((one, other) -> newer(one, other) ? -1 : 1);
    for (DeployEvidence deploy : newestFirst) {
      boolean rolledBack = deploy.outcome() == DeployEvidence.Outcome.ROLLED_BACK;
      if (rolledBack && deploy.release().rollbackOf() == null) {
        takenBack.add(deploy.release().deploymentId());
      } else if (rolledBack
          || (deploy.outcome() == DeployEvidence.Outcome.SUCCEEDED
              && !takenBack.contains(deploy.release().deploymentId()))) {
        return artefact.equals(deploy.release().commit())
            || artefact.equals(deploy.release().imageDigest());
      }
    }
    return false;
  }

  private static String name(Requirement.Entry entry) {
    MatchField field = entry.type() == EvidenceType.SCAN ? MatchField.CHECK : MatchField.OPERATION;
    return entry.match().getOrDefault(field, Set.of("")).iterator().next();
  }

  private static String part(Evidence event) {
    if (event instanceof ScanEvidence scan) {
      return scan.target() == null ? scan.origin().source() : scan.target();
    }
    return event instanceof BackupEvidence backup ? backup.dataset() : "";
  }

  private static Duration limit(Definition definition, Requirement.Entry entry, String part) {
    if (entry.freshness() instanceof Freshness.Newest newest) {
      return newest.limit();
    }
    if (entry.freshness() instanceof Freshness.Within within) {
      return within.limit();
    }
    if (entry.freshness() instanceof Freshness.NoneWithin none) {
      return none.limit();
    }
    for (Dataset dataset : definition.service().datasets()) {
      if (dataset.name().equals(part)) {
        return dataset.rpo();
      }
    }
    return Dataset.DEFAULT_RPO;
  }

  /** Of a gate that holds: the first hour at which what holds it now does not. */
  private @Nullable Instant expires(Definition definition, Gate gate) {
    Status status = status(definition, gate, now);
    if (status != Status.PASS && status != Status.EXPIRING) {
      return null;
    }
    Gate holding = withoutIdle(definition, gate);
    for (long hour = now + 1; hour < now + 300; hour++) {
      Status later = status(definition, holding, hour);
      if (later != Status.PASS && later != Status.EXPIRING) {
        return at(hour);
      }
    }
    return null;
  }

  /** The gate without the alternatives that do not hold now, though they may again. */
  private Gate withoutIdle(Definition definition, Gate gate) {
    List<Requirement> requires = new ArrayList<>();
    for (Requirement requirement : gate.requires()) {
      if (requirement instanceof Requirement.AnyOf any) {
        List<List<Requirement.Single>> held = new ArrayList<>(any.alternatives());
        held.removeIf(
            all ->
                entry(definition, (Requirement.Entry) all.get(0), now).compareTo(Status.EXPIRING)
                    < 0);
        requires.add(new Requirement.AnyOf(held, any.level(), any.traits()));
      } else {
        requires.add(requirement);
      }
    }
    return new Gate(
        gate.id(), null, gate.level(), gate.traits(), gate.waivable(), "", "", "", requires);
  }

  private static boolean happened(Evidence event, long hour) {
    return !acts(event).isAfter(at(hour));
  }

  private static Instant acts(Evidence event) {
    return event.time().isBefore(event.received()) ? event.time() : event.received();
  }

  private static boolean newer(Evidence one, Evidence other) {
    if (!one.time().equals(other.time())) {
      return one.time().isAfter(other.time());
    }
    if (!one.received().equals(other.received())) {
      return one.received().isAfter(other.received());
    }
    return one.origin().position().offset() > other.origin().position().offset();
  }

  private static Instant at(long hour) {
    return Histories.hour(hour);
  }
}
