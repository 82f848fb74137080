package dev.muster.bench;

import dev.muster.core.catalogue.Service;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is written: four of five facts are SLI samples, the rest scans, deploys, backups and alerts;
 * or samples alone.
 *
 * @param facts written
 * @param services they are about
 * @param slos sampled in turn, each of a service of its own
 */
record Mix(int facts, int services, int slos, boolean samplesAlone) {

  /** As a house of that size has them: an SLO for every tenth service. */
  static Mix of(int facts, int services) {
    return new Mix(facts, services, Math.max(1, services / 10), false);
  }

  /** Samples of SLOs, each of a service of its own. */
  static Mix ofSamples(int facts, int slos) {
    return new Mix(facts, slos, slos, true);
  }

  String service(int number) {
    return "service-" + number;
  }

  /** As the catalogue has them: the first have an SLO. */
  Stream<Service> described(Town town) {
    return IntStream.range(0, services)
        .mapToObj(
            number ->
                number < slos ? town.promising(service(number)) : town.service(service(number)));
  }
}
