package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a service runs in production at an instant; only scans of that count. A scan of an
 * environment is judged by the environment alone; one of a branch, commit or image counts when the
 * branch is the service's, or the commit or image is deployed.
 */
final class Running {
  /** How long before its deployment a commit or image may have been scanned. */
  static final Duration WAITS = Duration.ofDays(100);

  private static final String HEADS = "refs/heads/";

  private final Service service;
  private final List<DeployEvidence> deploys;
  private final Map<Instant, Map<String, Instant>> deployed = new HashMap<>();

  Running(Service service, EvidenceShelf own) {
    this.service = service;
    this.deploys =
        own.of(EvidenceType.DEPLOY)
            .flatMap(stream -> stream.events().stream())
            .map(DeployEvidence.class::cast)
            .filter(deploy -> service.isProduction(deploy.environment()))
            .sorted(Evidence.BY_AGE.reversed())
            .toList();
  }

  /** Whether a scan is about what runs by what it says alone. */
  static boolean always(ScanEvidence scan, Service service) {
    ScanEvidence.Place place = scan.place();
    if (place.environment() != null) {
      return service.isProduction(place.environment());
    }
    String ref = place.ref();
    return place.unsaid() || (ref != null && service.branches().contains(branch(ref)));
  }

  /** Whether a scan could come to count by a deployment. */
  static boolean byDeployment(ScanEvidence scan, Service service) {
    ScanEvidence.Place place = scan.place();
    return !always(scan, service)
        && place.environment() == null
        && (place.commit() != null || place.imageDigest() != null);
  }

  /** Whether what a scan looked at was deployed at this instant, soon enough after the scan. */
  boolean deployed(ScanEvidence scan, Instant instant) {
    return since(scan.place().commit(), scan, instant)
        || since(scan.place().imageDigest(), scan, instant);
  }

  private boolean since(@Nullable String artefact, ScanEvidence scan, Instant instant) {
    Instant deployment =
        artefact == null ? null : deployed.computeIfAbsent(instant, this::deployedAt).get(artefact);
    return deployment != null && !scan.time().plus(WAITS).isBefore(deployment);
  }

  Service service() {
    return service;
  }

  /** When what runs was changed. */
  Stream<Instant> changes() {
    return deploys.stream().map(Evidence::acts);
  }

  private Map<String, Instant> deployedAt(Instant instant) {
    Map<String, Instant> artefacts = new HashMap<>();
    Map<String, List<DeployEvidence>> byEnvironment = new HashMap<>();
    deploys.stream()
        .filter(deploy -> !deploy.acts().isAfter(instant))
        .forEach(
            deploy ->
                byEnvironment
                    .computeIfAbsent(deploy.environment(), name -> new ArrayList<>())
                    .add(deploy));
    byEnvironment.values().stream()
        .map(Running::newestThatStands)
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Evidence::time).reversed())
        .forEach(
            deploy -> {
              DeployEvidence.Release release = deploy.release();
              if (release.commit() != null) {
                artefacts.put(release.commit(), deploy.time());
              }
              if (release.imageDigest() != null) {
                artefacts.put(release.imageDigest(), deploy.time());
              }
            });
    return artefacts;
  }

  /**
   * The release that runs in one environment: the newest that succeeded and was not taken back. A
   * ROLLED_BACK that names what it undid is itself what runs; one that does not takes itself back.
   */
  private static List<DeployEvidence> newestThatStands(List<DeployEvidence> newestFirst) {
    Set<String> takenBack = new HashSet<>();
    for (DeployEvidence deploy : newestFirst) {
      String id = deploy.release().deploymentId();
      switch (deploy.outcome()) {
        case ROLLED_BACK -> {
          if (deploy.release().rollbackOf() != null) {
            return List.of(deploy);
          }
          takenBack.add(id);
        }
        case SUCCEEDED -> {
          if (!takenBack.contains(id)) {
            return List.of(deploy);
          }
        }
        default -> {}
      }
    }
    return List.of();
  }

  private static String branch(String ref) {
    return ref.startsWith(HEADS) ? ref.substring(HEADS.length()) : ref;
  }
}
