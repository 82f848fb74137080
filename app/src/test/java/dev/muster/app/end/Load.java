package dev.muster.app.end;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Senders that post facts one after the other, each until it is acknowledged, as real ones do: a
 * fact whose answer was lost is posted again as it was. What they post follows from the seed.
 */
final class Load implements AutoCloseable {
  private static final List<String> CHECKS =
      List.of("tracing", "structured-logs", "metrics", "secret-scan", "fault-injection");
  private static final List<String> STATES = List.of("FIRING", "ACKNOWLEDGED", "RESOLVED");
  private static final List<String> KINDS =
      List.of("scan", "scan", "scan", "backup", "backup", "deploy", "sli", "sli", "sli", "alert");
  private static final int SAMPLED = 110;
  private static final int BACK_DAYS = 30;
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
  private static final long AWAY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final RunningMuster muster;
  private final List<String> services;
  private final Instant now;
  private final String token;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> minutes;
  private final AtomicLong postedAgain = new AtomicLong();
  private final AtomicBoolean told = new AtomicBoolean();
  private final List<Thread> senders;

  /**
   * Begins.
   *
   * @param now before which all facts happened
   */
  Load(RunningMuster muster, List<String> services, int senders, long seed, Instant now) {
    this.muster = muster;
    this.services = services;
    this.now = now;
    this.token = muster.token();
    this.minutes =
        services.stream()
            .collect(Collectors.toMap(Function.identity(), any -> new AtomicInteger()));
    this.senders =
        IntStream.range(0, senders)
            .mapToObj(number -> new Thread(() -> send(number, new Random(seed + number))))
            .toList();
    this.senders.forEach(Thread::start);
  }

  /** Ids of all facts that were answered 202. */
  Set<String> acknowledged() {
    return acknowledged;
  }

  /** How many posts were repeated, since their answer was not heard. */
  long postedAgain() {
    return postedAgain.get();
  }

  private void send(int sender, Random random) {
    for (int i = 0; !told.get(); i++) {
      String id = "load-" + sender + '-' + i;
      String service = services.get(random.nextInt(services.size()));
      Instant time = now.minusSeconds(random.nextInt((int) TimeUnit.DAYS.toSeconds(BACK_DAYS)));
      if (untilTaken(random.nextInt(KINDS.size()), id, service, time, random)) {
        acknowledged.add(id);
      }
      LockSupport.parkNanos(REST_NANOS);
    }
  }

  private boolean untilTaken(int kind, String id, String service, Instant time, Random random) {
    boolean good = random.nextInt(4) > 0;
    String path = KINDS.get(kind);
    String check = CHECKS.get(random.nextInt(CHECKS.size()));
    String fact =
        switch (path) {
          case "scan" -> Facts.scan(id, service, check, good ? "PASSED" : "FAILED", time);
          case "backup" ->
              Facts.backup(
                  id,
                  service,
                  random.nextBoolean() ? "BACKUP" : "RESTORE",
                  good ? "SUCCEEDED" : "FAILED",
                  "orders-db",
                  time);
          case "sli" -> sample(id, service, good ? 1_000 : 700);
          case "alert" ->
              Facts.alert(id, service, check, STATES.get(random.nextInt(STATES.size())), time);
          default -> Facts.deploy(id, service, good ? "SUCCEEDED" : "FAILED", time);
        };
    for (int attempt = 0; !told.get() || attempt == 0; attempt++) {
      if (isTaken("/v1/facts/" + path, fact)) {
        return true;
      }
      postedAgain.incrementAndGet();
      LockSupport.parkNanos(AWAY_NANOS);
    }
    return false;
  }

  /** The next minute of a service, from two hours ago up to now. */
  private String sample(String id, String service, long good) {
    int minute = Objects.requireNonNull(minutes.get(service)).incrementAndGet() % SAMPLED;
    Instant to =
        now.truncatedTo(ChronoUnit.MINUTES)
            .minusSeconds(TimeUnit.MINUTES.toSeconds(SAMPLED - minute));
    return Facts.sample(id, service, Catalogues.slo(service), to, good, 1_000);
  }

  /** False also when nobody heard: it may have been taken all the same. */
  private boolean isTaken(String path, String fact) {
    try {
      Http ingest = new Http(Addresses.in(muster.program().said()).orElseThrow().ingest(), token);
      Http.Answer answer = ingest.post(path, fact);
      if (answer.status() == 400 || answer.json().path("parked").asInt() > 0) {
        throw new AssertionError("the fact has a place, but: " + answer);
      }
      return answer.status() == 202;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (Exception away) {
      return false;
    }
  }

  /** Returns when each sender has ended. */
  @Override
  public void close() {
    told.set(true);
    for (Thread sender : senders) {
      try {
        sender.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
