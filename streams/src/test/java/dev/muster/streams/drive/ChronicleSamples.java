package dev.muster.streams.drive;

import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.SliSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is sampled of the chronicle's services: hours that go well, outages, hours without traffic,
 * gaps; most of it at once, some of it late, some of it twice.
 */
final class ChronicleSamples {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PHASE = Duration.ofMinutes(100);
  private static final Duration LATEST = Duration.ofMinutes(45);
  private static final long EVENTS = 1_000;

  private final Chronicle chronicle;

  /** How a stretch of time goes. */
  private enum Phase {
    WELL,
    BAD,
    IDLE,
    GAP
  }

  ChronicleSamples(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  void tell() {
    for (String service : ChronicleTown.SERVICES) {
      for (String slo : ChronicleTown.SLOS) {
        tell(service, slo);
      }
      tell(service, "nobody-promised", chronicle.any(), MINUTE, Phase.WELL);
    }
  }

  private void tell(String service, String slo) {
    Duration every = chronicle.once(4) ? MINUTE.multipliedBy(5) : MINUTE;
    Instant end = chronicle.begins().plus(Chronicle.SPAN);
    Instant at = chronicle.begins().plus(MINUTE.multipliedBy(5));
    while (at.isBefore(end)) {
      Phase phase =
          chronicle.oneOf(List.of(Phase.WELL, Phase.WELL, Phase.BAD, Phase.IDLE, Phase.GAP));
      Instant until = at.plus(chronicle.some(LONGEST_PHASE));
      for (; !at.isAfter(until); at = at.plus(every)) {
        if (phase != Phase.GAP && !chronicle.once(60)) {
          tell(service, slo, at, every, phase);
        }
      }
    }
  }

  private void tell(String service, String slo, Instant to, Duration covers, Phase phase) {
    long total = phase == Phase.IDLE ? 0 : EVENTS;
    long bad = phase == Phase.BAD ? chronicle.oneOf(List.of(20L, 100L, 1_000L)) : 0;
    SliSample sample =
        SliSample.newBuilder()
            .setId(service + '/' + slo + '/' + to)
            .setSource("prometheus/eu-1")
            .setService(service)
            .setSlo(slo)
            .setTime(to)
            .setFrom(to.minus(covers))
            .setTo(to)
            .setGood(total - bad)
            .setTotal(total)
            .build();
    Duration late = chronicle.once(25) ? LATEST : Duration.ofSeconds(8);
    Instant received = to.plusMillis(50).plus(chronicle.some(late));
    chronicle.tell(Topics.SLI, service, sample, received);
    if (chronicle.once(40)) {
      chronicle.tell(Topics.SLI, service, sample, received.plus(chronicle.some(LATEST)));
    }
  }
}
