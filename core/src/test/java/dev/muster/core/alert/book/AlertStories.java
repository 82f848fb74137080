package dev.muster.core.alert.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Seeded histories of one service's alerts, told as tools tell: late, repeated, with gaps. */
final class AlertStories {
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private static final List<String> BEGINNINGS =
      List.of(
          "2026-02-16T10:00:00Z",
          "2026-10-05T10:00:00Z",
          "2026-12-01T10:00:00Z",
          "2020-12-08T10:00:00Z",
          "2024-12-10T10:00:00Z",
          "2026-06-01T10:00:00Z");
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Asia/Kathmandu",
          "Pacific/Chatham",
          "UTC",
          "America/Santiago");
  private static final List<String> WORDS =
      List.of(
          "ACTION_TAKEN",
          "REAL_COULD_WAIT",
          "REAL_FIXED_ITSELF",
          "THRESHOLD_WRONG",
          "CHECK_FAULTY",
          "WORK_NOT_SILENCED",
          "SILENCE_RAN_OUT",
          "DUPLICATE",
          "OTHER");
  private static final List<String> ACTIONS =
      List.of("ANNOTATED", "RESPONDER_ADDED", "STATUS_UPDATE");
  private static final String PAGER = "pagerduty/acme";

  private final Random random;
  private final List<Told> facts = new ArrayList<>();
  private final long begin;
  private final long length;
  private int next;

  /** The kind of a rule: what it asks, how it fires, how people meet it. */
  private record Rule(
      String name,
      String severity,
      double perDay,
      double acted,
      double classified,
      boolean brief,
      String runbook,
      String protection,
      boolean silenced) {}

  private AlertStories(long seed, int days) {
    random = new Random(seed);
    begin =
        Instant.parse(one(BEGINNINGS)).toEpochMilli()
            + random.nextInt(7) * DAY
            + random.nextInt(24 * 60) * MINUTE;
    length = days * DAY;
  }

  /** In the order in which they were received. */
  static List<Told> of(long seed, int days) {
    AlertStories story = new AlertStories(seed, days);
    story.tell();
    story.facts.sort(Comparator.comparingLong(Told::received));
    return story.facts;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private String id() {
    return "e" + next++;
  }

  private void tell() {
    String pagesFrom = one(List.of("", "", PAGER, "pagerduty", PAGER, "alertmanager/eu-1"));
    entries(pagesFrom);
    int rules = 1 + random.nextInt(2);
    for (int i = 0; i < rules; i++) {
      Rule rule = rule("Rule" + i);
      alerts(rule, !pagesFrom.isEmpty() && pagesFrom.startsWith("pagerduty"));
    }
    heartbeats();
    deployments();
    answers(rules);
    burns();
    repeats();
  }

  private void entries(String pagesFrom) {
    long at = chance(0.8) ? begin : begin + random.nextInt(20) * DAY;
    String rotation = chance(0.1) ? "" : "checkout";
    List<String> production = List.of("prod", "live");
    facts.add(
        new Told.Entry(
            at,
            rotation,
            rotation.isEmpty() ? "UTC" : one(ZONES),
            rotation.isEmpty() ? "" : pagesFrom,
            production));
    while (chance(0.35)) {
      at += 1 + random.nextInt(20 * 24) * HOUR;
      facts.add(
          new Told.Entry(
              at, one(List.of("checkout", "platform")), one(ZONES), pagesFrom, production));
    }
  }

  private Rule rule(String name) {
    String severity = one(List.of("PAGE", "PAGE", "TICKET", "INFO", "UNKNOWN"));
    return new Rule(
        name,
        severity,
        one(List.of(0.05, 0.15, 0.3, 0.8)),
        one(List.of(0.0, 0.0, 0.1, 0.5, 0.9)),
        one(List.of(0.0, 0.5, 0.9, 1.0)),
        chance(0.4),
        chance(0.5) ? "https://runbooks.example/" + name : "",
        chance(0.1) ? "SECURITY" : "",
        chance(length > 60 * DAY ? 0.8 : 0.1));
  }

  private void alerts(Rule rule, boolean pager) {
    String source = one(List.of("alertmanager/eu-1", "alertmanager/eu-1", "grafana/main"));
    double at = random.nextDouble();
    while (at < length / (double) DAY) {
      long start = begin + (long) (at * DAY) / 1_000 * 1_000;
      alert(rule, source, start, pager);
      int again = chance(0.15) ? 1 + random.nextInt(4) : 0;
      for (int i = 0; i < again; i++) {
        start += random.nextInt(40) * MINUTE + random.nextInt(60_000);
        alert(rule, source, start, pager);
      }
      at += -Math.log(1 - random.nextDouble()) / rule.perDay();
    }
  }

  private long lasts(Rule rule) {
    if (chance(0.005)) {
      return random.nextInt(14) * DAY + 1;
    }
    return rule.brief() || chance(0.2)
        ? 1 + random.nextInt(400_000)
        : 1 + random.nextInt(300) * MINUTE;
  }

  private long late() {
    if (chance(0.9)) {
      return 1_000L + random.nextInt(40_000);
    }
    return chance(0.7) ? random.nextInt(180) * MINUTE : random.nextInt(12 * 24) * HOUR;
  }

  private void alert(Rule rule, String source, long start, boolean pager) {
    String environment = one(List.of("", "prod", "prod", "live", "prod", "staging"));
    String series = "pod-" + random.nextInt(4);
    String group = chance(0.8) ? "{}:{alertname=\"" + rule.name() + "\"}" : "";
    long end = start + lasts(rule);
    long told = start + late();
    Told.Event firing =
        new Told.Event(
            told,
            start,
            id(),
            source,
            rule.name() + series,
            start,
            rule.name(),
            environment,
            rule.severity(),
            "UNKNOWN",
            "FIRING",
            "",
            "NONE",
            group,
            "",
            chance(0.03) ? "orders|slo|1" : "",
            rule.runbook(),
            "",
            rule.protection());
    if (rule.silenced() || chance(0.03)) {
      long silenced = start + (rule.silenced() ? 0 : random.nextInt(60) * MINUTE);
      facts.add(
          firing.as(chance(0.8) ? "SILENCED" : "INHIBITED", silenced, silenced + late(), id()));
    }
    if (!rule.silenced() && chance(0.95)) {
      facts.add(firing);
    }
    if (!rule.silenced() && chance(0.06)) {
      moved(firing);
    }
    if (chance(0.98)) {
      Told.Event resolved = firing.as("RESOLVED", end, Math.max(told, end) + late(), id());
      facts.add(chance(0.1) ? resolved.by("bob@acme.example") : resolved);
    }
    if (!rule.silenced() && chance(0.15)) {
      twin(firing, end);
    }
    if (pager && !rule.silenced() && !rule.severity().equals("INFO") && chance(0.9)) {
      incident(rule, firing, end);
    }
    word(rule, firing, end);
    if (chance(0.03)) {
      facts.add(
          firing
              .as("ACTIONED", start + 1 + random.nextInt(100) * MINUTE, end + late(), id())
              .doing(chance(0.5) ? "NONE" : one(ACTIONS)));
    }
  }

  /** Another Prometheus saw it sooner, or later. */
  private void moved(Told.Event firing) {
    long by = chance(0.5) ? random.nextInt(8) * MINUTE : random.nextInt(200) * MINUTE;
    long start = chance(0.6) ? firing.start() - by : firing.start() + by;
    Told.Event moved =
        firing
            .startedAt(start)
            .as("FIRING", start, firing.received() + random.nextInt(20) * MINUTE, id());
    facts.add(moved);
  }

  /** The other half of a pair of Alertmanagers tells the same. */
  private void twin(Told.Event firing, long end) {
    long start = firing.start() + random.nextInt(90) * 1_000L;
    Told.Event twin =
        new Told.Event(
            start + late(),
            start,
            id(),
            chance(0.7) ? "alertmanager/eu-2" : "grafana/main",
            firing.series(),
            start,
            firing.rule(),
            firing.environment(),
            firing.severity(),
            "UNKNOWN",
            "FIRING",
            "",
            "NONE",
            firing.group(),
            "",
            "",
            firing.runbook(),
            "",
            "");
    facts.add(twin);
    facts.add(twin.as("RESOLVED", Math.max(start, end), end + late(), id()));
  }

  private void incident(Rule rule, Told.Event firing, long end) {
    long opened =
        firing.start() + (chance(0.8) ? random.nextInt(110) * 1_000L : random.nextInt(30) * MINUTE);
    String incident = "P" + id();
    String key =
        firing.group().isEmpty()
            ? ""
            : chance(0.5) ? firing.group() : PlainAlerts.sha(firing.group());
    String name = chance(0.5) ? rule.name() : rule.name() + " is wrong";
    String urgency =
        chance(0.1) ? "UNKNOWN" : rule.severity().equals("PAGE") || chance(0.1) ? "HIGH" : "LOW";
    Told.Event triggered =
        new Told.Event(
            opened + late(),
            opened,
            id(),
            PAGER,
            incident,
            opened,
            name,
            chance(0.5) ? "" : firing.environment(),
            "UNKNOWN",
            urgency,
            "FIRING",
            "",
            "NONE",
            chance(0.8) ? key : "",
            chance(0.9) ? incident : "",
            firing.musterId(),
            "",
            "",
            "");
    facts.add(triggered);
    long over = Math.max(opened + 1, chance(0.8) ? end : opened + random.nextInt(200) * MINUTE);
    boolean acted = chance(rule.acted());
    if (acted || chance(0.2)) {
      long acknowledged = opened + random.nextInt(40) * MINUTE;
      Told.Event ack = triggered.as("ACKNOWLEDGED", acknowledged, acknowledged + late(), id());
      facts.add(chance(0.85) ? ack.by("ann@acme.example") : ack);
    }
    if (acted && chance(0.6)) {
      long at = opened + random.nextInt(60) * MINUTE;
      facts.add(
          triggered
              .as(chance(0.5) ? "ACTIONED" : "ACKNOWLEDGED", at, at + late(), id())
              .doing(one(ACTIONS)));
    }
    if (chance(0.95)) {
      Told.Event resolved = triggered.as("RESOLVED", over, Math.max(over, opened) + late(), id());
      facts.add(acted && chance(0.5) ? resolved.by("ann@acme.example") : resolved);
    }
    if (chance(0.04)) {
      long again = over + random.nextInt(100) * MINUTE;
      facts.add(triggered.as("FIRING", again, again + late(), id()));
      facts.add(triggered.as("RESOLVED", again + 30 * MINUTE, again + HOUR + late(), id()));
    }
  }

  private void word(Rule rule, Told.Event firing, long end) {
    int times = chance(rule.classified()) ? 1 + random.nextInt(2) : 0;
    for (int i = 0; i < times; i++) {
      long at = end + random.nextInt(chance(0.3) ? 20 * 24 : 24) * HOUR;
      String word = chance(rule.acted()) ? "ACTION_TAKEN" : one(WORDS);
      facts.add(firing.as("CLASSIFIED", at, at + 500, id()).by("ann@acme.example").saying(word));
    }
  }

  private void heartbeats() {
    for (String source : List.of("alertmanager/eu-1", "grafana/main", PAGER)) {
      long at = begin - (chance(0.8) ? 40 * DAY : random.nextInt(40) * DAY);
      while (at < begin + length) {
        facts.add(
            new Told.Event(
                Math.max(at, begin - 90 * DAY) + 1_000,
                at,
                id(),
                source,
                "beat",
                at,
                chance(0.5) ? "Watchdog" : "Beat",
                "",
                "NONE",
                "UNKNOWN",
                "FIRING",
                "",
                "NONE",
                "",
                "",
                "",
                "",
                "",
                ""));
        at += (1 + random.nextInt(20)) * DAY;
      }
    }
  }

  private void deployments() {
    double each = one(List.of(0.3, 2.0, 6.0, 40.0));
    double at = -35;
    while (at < length / (double) DAY) {
      long started = begin + (long) (at * DAY);
      long ended = started + random.nextInt(20) * MINUTE;
      boolean back = chance(0.1);
      facts.add(
          new Told.Deploy(
              Math.max(ended, begin - 36 * DAY) + late(),
              id(),
              chance(0.85) ? "prod" : "staging",
              chance(0.1),
              back && chance(0.5),
              back,
              chance(0.9) ? started : null,
              ended));
      at += -Math.log(1 - random.nextDouble()) * each;
    }
  }

  private void answers(int rules) {
    int answers = random.nextInt(7);
    for (int i = 0; i < answers; i++) {
      long at = begin + (long) (random.nextDouble() * length);
      facts.add(
          new Told.Answered(
              at + late(),
              at,
              id(),
              "Rule" + random.nextInt(rules),
              one(List.of("SUPPRESS", "DOWNGRADE", "DOWNGRADE", "DELETE", "TUNE")),
              chance(0.5)));
    }
  }

  private void burns() {
    if (chance(0.25)) {
      return;
    }
    long at = begin - (chance(0.7) ? 30 * DAY : 0);
    while (at < begin + length) {
      long to = Math.min(at + (10 + random.nextInt(40)) * DAY, begin + length);
      facts.add(new Told.Burn(Math.max(to, at) + late(), at, to, true, 0, false, false));
      at = chance(0.8) ? to : to + random.nextInt(8) * DAY;
    }
    int burning = random.nextInt(12);
    for (int i = 0; i < burning; i++) {
      long from = (begin + (long) (random.nextDouble() * length)) / MINUTE * MINUTE;
      long to = from + (1 + random.nextInt(90)) * MINUTE;
      facts.add(
          new Told.Burn(
              to + late(), from, to, false, random.nextDouble() * 0.03, chance(0.3), chance(0.3)));
    }
  }

  private void repeats() {
    for (Told fact : List.copyOf(facts)) {
      if (fact instanceof Told.Event event && chance(0.03)) {
        facts.add(event.receivedAt(event.received() + random.nextInt(9 * 24) * HOUR));
      }
    }
  }
}
