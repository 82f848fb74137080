package dev.muster.bench;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is written: four of five facts are SLI samples, the rest scans, deploys, backups and alerts.
 *
 * @param facts written
 * @param services they are about
 * @param slos sampled in turn, each of a service of its own
 */
record Mix(int facts, int services, int slos) {

  /** As a house of that size has them: an SLO for every tenth service. */
  static Mix of(int facts, int services) {
    return new Mix(facts, services, Math.max(1, services / 10));
  }

  String service(int number) {
    return "service-" + number;
  }

  Stream<String> names() {
    return IntStream.range(0, services).mapToObj(this::service);
  }
}
