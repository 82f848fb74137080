package dev.muster.core.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an SLO's judgements mean, plainly: every window is added up from all samples at every
 * boundary. Shares nothing with the engine but the words.
 */
final class PlainBurn {
  private static final long MINUTE = 60_000;

  private final Set<String> seen = new HashSet<>();
  private final TreeMap<Long, long[]> slices = new TreeMap<>();
  private final TreeSet<Long> sampled = new TreeSet<>();
  private final Set<Long> busy = new HashSet<>();
  private Slo slo;
  private List<Exclusions.Span> exclusions = List.of();
  private long head = Long.MIN_VALUE;
  private @Nullable Instant newest;
  private @Nullable Instant late;
  private @Nullable Instant lost;

  String health = "NO_DATA";
  Instant healthSince;
  @Nullable Tier tier;
  @Nullable Instant alertSince;
  boolean ended;
  Set<BurnRule> holding = Set.of();
  Instant since;

  PlainBurn(Slo slo, Instant defined) {
    this.slo = slo;
    this.healthSince = defined;
    this.since = defined;
    this.late = defined;
    this.lost = defined;
  }

  boolean frozen() {
    return tier != null && late != null;
  }

  /** The clock moves on to an instant, records received then not read yet. */
  void clock(Instant now) {
    if (newest == null) {
      return;
    }
    Instant first = newest.plus(slo.sampleInterval()).plus(Duration.ofMinutes(2));
    Instant second = first.plus(slo.sampleInterval());
    if (!first.isAfter(now)) {
      boundaries(minute(newest));
      if (late == null) {
        late = first;
        become(health, holding, first);
      }
    }
    if (!second.isAfter(now) && lost == null) {
      lost = second;
      become("NO_DATA", holding, second);
    }
  }

  void read(Sample sample, Instant received) {
    long slice = Math.floorDiv(sample.to().toEpochMilli() - 1, MINUTE);
    if (!seen.add(slice + "/" + sample.identity())) {
      return;
    }
    long[] counts = slices.computeIfAbsent(slice, any -> new long[2]);
    counts[0] += sample.good();
    counts[1] += sample.total();
    for (long each = minute(sample.from()); each <= slice; each++) {
      sampled.add(each);
      if (sample.total() > 0) {
        busy.add(each);
      }
    }
    if (head == Long.MIN_VALUE) {
      head = minute(sample.from());
    }
    if (newest == null || sample.to().isAfter(newest)) {
      newest = sample.to();
    }
    boolean wasLost = lost != null;
    Instant due = newest.plus(slo.sampleInterval()).plusSeconds(120);
    late = received.isBefore(due) ? null : Objects.requireNonNullElse(late, due);
    Instant dueTwice = due.plus(slo.sampleInterval());
    lost = received.isBefore(dueTwice) ? null : Objects.requireNonNullElse(lost, dueTwice);
    long reached = Math.min(minute(sample.to()), minute(received));
    if (!boundaries(reached)) {
      become(wasLost && lost == null ? health() : health, holding, sample.to());
    }
  }

  void redefine(Slo by, List<Exclusions.Span> but, Instant now) {
    Set<BurnRule> kept = new HashSet<>(holding);
    kept.retainAll(by.rules());
    slo = by;
    exclusions = but;
    if (newest == null) {
      return;
    }
    Instant due = newest.plus(slo.sampleInterval()).plusSeconds(120);
    late = now.isBefore(due) ? null : Objects.requireNonNullElse(late, due);
    Instant dueTwice = due.plus(slo.sampleInterval());
    lost = now.isBefore(dueTwice) ? null : Objects.requireNonNullElse(lost, dueTwice);
    boolean fewer = kept.size() < holding.size();
    holding = kept;
    if (late != null) {
      boundaries(minute(newest));
    }
    become(lost == null ? health() : "NO_DATA", idle() ? holding : holding(holding), now);
    since = fewer ? now : since;
  }

  private boolean boundaries(long last) {
    boolean any = false;
    while (head < last) {
      head++;
      if (sampled.contains(head - 1)) {
        any = true;
        become(
            lost == null ? health() : "NO_DATA",
            idle() ? holding : holding(holding),
            Instant.ofEpochMilli(head * MINUTE));
      }
    }
    return any;
  }

  private boolean wasFrozen;

  private void become(String now, Set<BurnRule> rules, Instant at) {
    Tier next = null;
    for (BurnRule rule : rules) {
      if (!rule.shadow() && (next == null || rule.tier() == Tier.PAGE)) {
        next = rule.tier();
      }
    }
    boolean freezes = next != null && late != null;
    if (!now.equals(health) || next != tier || !rules.equals(holding) || freezes != wasFrozen) {
      since = at;
    }
    if (!now.equals(health)) {
      healthSince = at;
    }
    if (next != null && tier == null) {
      alertSince = at;
    }
    ended = next == null && (tier != null || ended);
    health = now;
    tier = next;
    holding = Set.copyOf(rules);
    wasFrozen = freezes;
  }

  private Set<BurnRule> holding(Set<BurnRule> before) {
    Set<BurnRule> rules = new HashSet<>();
    for (BurnRule rule : slo.rules()) {
      long[] over = sum(rule.longWindow().toMinutes());
      long[] lately = sum(rule.shortWindow().toMinutes());
      boolean calls =
          over[1] - over[0] >= slo.minFailures() && burns(over, rule) && burns(lately, rule);
      long from = Math.max(head - rule.shortWindow().toMinutes(), sampled.first());
      boolean covered = 10L * sampled.subSet(from, head).size() >= 9 * (head - from);
      if (calls || (before.contains(rule) && !(covered && lately[0] > 0))) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private boolean burns(long[] counts, BurnRule rule) {
    // bad / total / (1 - target) > share * period / long
    BigDecimal left =
        BigDecimal.valueOf(counts[1] - counts[0])
            .multiply(BigDecimal.valueOf(rule.longWindow().toMinutes()));
    BigDecimal right =
        rule.share()
            .multiply(BigDecimal.valueOf(slo.period().toMinutes()))
            .multiply(BigDecimal.ONE.subtract(slo.target()))
            .multiply(BigDecimal.valueOf(counts[1]));
    return left.compareTo(right) > 0;
  }

  private boolean idle() {
    for (long each = head - 5; each < head; each++) {
      if (!sampled.contains(each) || busy.contains(each)) {
        return false;
      }
    }
    return true;
  }

  private String health() {
    long[] period = sum(slo.period().toMinutes());
    if (idle() || period[1] == 0) {
      return "NO_TRAFFIC";
    }
    BigDecimal allowed = BigDecimal.ONE.subtract(slo.target());
    BigDecimal budget = allowed.multiply(BigDecimal.valueOf(period[1]));
    if (BigDecimal.valueOf(period[1] - period[0]).compareTo(budget) >= 0) {
      return "SPENT";
    }
    long[] hour = sum(60);
    return BigDecimal.valueOf(hour[1] - hour[0])
                .compareTo(allowed.multiply(BigDecimal.valueOf(hour[1])))
            > 0
        ? "AT_RISK"
        : "MEETING";
  }

  /** Good and all of a window that ends at the head. */
  long[] sum(long minutes) {
    long[] sum = new long[2];
    if (slo.budgeting() instanceof Budgeting.Timeslices each) {
      long length = each.slice().toMinutes();
      TreeMap<Long, long[]> parts = new TreeMap<>();
      slices
          .subMap(head - minutes - 60, head)
          .forEach((slice, counts) -> add(parts, Math.floorDiv(slice, length), slice, counts));
      parts.forEach(
          (part, counts) -> {
            long last = part * length + length - 1;
            if (counts[1] > 0 && last >= head - minutes && last < head) {
              sum[1]++;
              BigDecimal least = each.target().multiply(BigDecimal.valueOf(counts[1]));
              sum[0] += BigDecimal.valueOf(counts[0]).compareTo(least) >= 0 ? 1 : 0;
            }
          });
    } else {
      TreeMap<Long, long[]> all = new TreeMap<>();
      slices.subMap(head - minutes, head).forEach((slice, counts) -> add(all, 0, slice, counts));
      long[] found = all.getOrDefault(0L, sum);
      sum[0] = found[0];
      sum[1] = found[1];
    }
    return sum;
  }

  long sampled(long minutes) {
    return sampled.subSet(head - minutes, head).size();
  }

  private void add(Map<Long, long[]> parts, long part, long slice, long[] counts) {
    List<Exclusions.Span> out = new ArrayList<>(exclusions);
    if (out.stream().noneMatch(span -> span.from() <= slice && slice < span.to())) {
      long[] into = parts.computeIfAbsent(part, any -> new long[2]);
      into[0] += counts[0];
      into[1] += counts[1];
    }
  }

  private static long minute(Instant instant) {
    return Math.floorDiv(instant.toEpochMilli(), MINUTE);
  }
}
