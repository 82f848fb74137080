package dev.muster.core.alert.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * What alerts there were, by the words of the definitions alone and without any index: every pair
 * is compared with every other. Shares nothing with the code that it is held against.
 */
final class PlainAlerts {
  static final long FOREVER = Long.MAX_VALUE / 4;
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  /** One episode, with all that was told under its starts. */
  static final class Ep {
    final List<Told.Event> events = new ArrayList<>();
    long start;
    long until;

    /** resolved, open or unseen. */
    String ending = "";

    String first(java.util.function.Function<Told.Event, String> what) {
      return events.stream().map(what).filter(s -> !s.isEmpty()).sorted().findFirst().orElse("");
    }

    String rule() {
      return first(Told.Event::rule);
    }

    String source() {
      return events.get(0).source();
    }

    boolean any(String state) {
      return events.stream().anyMatch(e -> e.state().equals(state));
    }

    long max(String state) {
      return events.stream()
          .filter(e -> e.state().equals(state))
          .mapToLong(Told.Event::time)
          .max()
          .orElse(-1);
    }

    boolean silenced() {
      return any("SILENCED");
    }

    long silencedAt() {
      return events.stream()
          .filter(e -> e.state().equals("SILENCED"))
          .mapToLong(Told.Event::time)
          .min()
          .orElse(-1);
    }

    /** When a person first acknowledged it, or -1. */
    long acknowledged() {
      return events.stream()
          .filter(e -> e.state().equals("ACKNOWLEDGED") && !e.by().isEmpty())
          .mapToLong(Told.Event::time)
          .min()
          .orElse(-1);
    }

    long resolvedByPerson() {
      return events.stream()
          .filter(e -> e.state().equals("RESOLVED") && !e.by().isEmpty())
          .mapToLong(Told.Event::time)
          .max()
          .orElse(-1);
    }

    boolean worked() {
      boolean sign = events.stream().anyMatch(e -> !e.action().equals("NONE"));
      boolean cared = acknowledged() >= 0 && resolvedByPerson() >= acknowledged();
      return sign || cared || any("ACTIONED");
    }

    boolean touched() {
      return worked() || any("ACKNOWLEDGED");
    }

    boolean noticed() {
      boolean held = silenced() || any("INHIBITED");
      return any("FIRING") || touched() || (any("RESOLVED") && !held);
    }

    int severity() {
      return events.stream().mapToInt(e -> SEVERITIES.indexOf(e.severity())).max().orElse(0);
    }

    int urgency() {
      return events.stream()
          .mapToInt(e -> List.of("UNKNOWN", "LOW", "HIGH").indexOf(e.urgency()))
          .max()
          .orElse(0);
    }

    boolean wakes() {
      if (isGroups(source())) {
        return severity() == 4;
      }
      return urgency() == 2 || (urgency() == 0 && (severity() == 4 || severity() == 0));
    }
  }

  static final List<String> SEVERITIES = List.of("UNKNOWN", "NONE", "INFO", "TICKET", "PAGE");

  /** One of the authority's incidents. */
  static final class Inc {
    final List<Ep> members = new ArrayList<>();
    final List<Ep> about = new ArrayList<>();
    String name = "";
    boolean tool;

    long opened() {
      return members.stream().mapToLong(e -> e.start).min().orElseThrow();
    }

    long until() {
      return members.stream().mapToLong(e -> e.until).max().orElseThrow();
    }

    boolean page() {
      return members.stream().anyMatch(Ep::wakes);
    }

    Ep first() {
      return members.stream()
          .min(
              Comparator.comparingLong((Ep e) -> e.start)
                  .thenComparing(Ep::source)
                  .thenComparing(e -> e.events.get(0).series()))
          .orElseThrow();
    }

    /** The rule that began first of those it is about. */
    String rule() {
      return about.stream()
          .min(Comparator.comparingLong((Ep e) -> e.start).thenComparing(Ep::rule))
          .orElseThrow()
          .rule();
    }
  }

  /** One occurrence. */
  static final class Occ {
    final List<Ep> eps = new ArrayList<>();
    final List<Inc> incs = new ArrayList<>();

    long begin() {
      return eps.stream().mapToLong(e -> e.start).min().orElseThrow();
    }

    long until() {
      return eps.stream().mapToLong(e -> e.until).max().orElseThrow();
    }

    String ending() {
      if (eps.stream().anyMatch(e -> e.ending.equals("open"))) {
        return "open";
      }
      return eps.stream().anyMatch(e -> e.ending.equals("unseen")) ? "unseen" : "resolved";
    }

    List<Ep> touching() {
      List<Ep> all = new ArrayList<>(eps);
      incs.forEach(i -> all.addAll(i.members));
      return all;
    }
  }

  final Map<String, List<Occ>> occurrences = new TreeMap<>();
  final Map<String, List<Ep>> muted = new TreeMap<>();
  final List<Inc> pages = new ArrayList<>();
  final List<Inc> unjoined = new ArrayList<>();
  private final List<Told.Entry> entries;
  private final long now;

  PlainAlerts(List<Told.Event> events, List<Told.Entry> entries, long now) {
    this.entries = entries;
    this.now = now;
    List<Ep> eps = new ArrayList<>();
    for (Ep ep : episodes(events)) {
      Told.Entry terms = terms(ep.start);
      String environment = ep.first(Told.Event::environment);
      if (environment.isEmpty() || terms.production().contains(environment)) {
        eps.add(ep);
      }
    }
    eps.removeIf(ep -> !authority(ep) && !ep.first(Told.Event::musterId).isEmpty());
    List<Ep> noticed = eps.stream().filter(Ep::noticed).toList();
    eps.stream()
        .filter(e -> !e.noticed())
        .forEach(e -> muted.computeIfAbsent(e.rule(), r -> new ArrayList<>()).add(e));

    List<Inc> tools =
        incidents(
            noticed.stream().filter(e -> authority(e) && !isGroups(e.source())).toList(), true);
    List<Inc> groups =
        incidents(
            noticed.stream()
                .filter(e -> authority(e) && isGroups(e.source()) && e.wakes())
                .toList(),
            false);
    groups.forEach(g -> g.about.addAll(g.members));
    List<Inc> all = new ArrayList<>(tools);
    all.addAll(groups);
    List<Ep> tellers =
        new ArrayList<>(
            noticed.stream().filter(e -> authority(e) && isGroups(e.source())).toList());
    List<Ep> alone = new ArrayList<>();
    for (Ep ep : noticed.stream().filter(e -> !authority(e)).toList()) {
      tellers.add(ep);
      List<Inc> joined = joined(ep, all);
      joined.forEach(i -> i.about.add(ep));
      if (joined.isEmpty() && ep.severity() == 4) {
        alone.add(ep);
      }
    }
    unjoined.addAll(incidents(alone, false));
    for (Inc tool : tools) {
      if (tool.about.stream().noneMatch(e -> e.start <= tool.opened() + 2 * MINUTE)) {
        tellers.addAll(tool.members);
        tool.about.addAll(tool.members);
      }
    }
    pages.addAll(all.stream().filter(Inc::page).toList());
    for (String rule : tellers.stream().map(Ep::rule).distinct().toList()) {
      List<Ep> of = tellers.stream().filter(e -> e.rule().equals(rule)).toList();
      occurrences.put(
          rule,
          clusters(of, PlainAlerts::follow).stream()
              .map(c -> occ(c, all))
              .sorted(Comparator.comparingLong(Occ::begin))
              .toList());
    }
  }

  static boolean isGroups(String source) {
    return source.startsWith("alertmanager/") || source.startsWith("grafana/");
  }

  Told.Entry terms(long at) {
    Told.Entry first =
        entries.stream().min(Comparator.comparingLong(Told.Entry::received)).orElseThrow();
    return entries.stream()
        .filter(e -> e.received() <= at)
        .max(Comparator.comparingLong(Told.Entry::received))
        .orElse(first);
  }

  private boolean authority(Ep ep) {
    String pagesFrom = terms(ep.start).pagesFrom();
    return pagesFrom.isEmpty()
        ? ep.source().startsWith("alertmanager/")
        : ep.source().equals(pagesFrom) || ep.source().startsWith(pagesFrom + "/");
  }

  private static Occ occ(List<Ep> eps, List<Inc> all) {
    Occ occ = new Occ();
    occ.eps.addAll(eps);
    all.stream().filter(i -> i.about.stream().anyMatch(eps::contains)).forEach(occ.incs::add);
    return occ;
  }

  private static boolean follow(Ep a, Ep b) {
    return a.start <= b.until + 5 * MINUTE && b.start <= a.until + 5 * MINUTE;
  }

  /** What is near to each other directly or by way of others. */
  private static List<List<Ep>> clusters(List<Ep> eps, BiPredicate<Ep, Ep> near) {
    List<List<Ep>> clusters = new ArrayList<>();
    for (Ep ep : eps) {
      List<Ep> mine = new ArrayList<>(List.of(ep));
      for (List<Ep> other : List.copyOf(clusters)) {
        if (other.stream().anyMatch(e -> near.test(e, ep))) {
          mine.addAll(other);
          clusters.remove(other);
        }
      }
      clusters.add(mine);
    }
    return clusters;
  }

  private static List<Inc> incidents(List<Ep> eps, boolean tool) {
    List<Inc> incs = new ArrayList<>();
    BiPredicate<Ep, Ep> same =
        (a, b) -> name(a, tool).equals(name(b, tool)) && (tool || follow(a, b));
    for (List<Ep> members : clusters(eps, same)) {
      Inc inc = new Inc();
      inc.members.addAll(members);
      inc.name = name(members.get(0), tool);
      inc.tool = tool;
      incs.add(inc);
    }
    return incs;
  }

  private static String name(Ep ep, boolean tool) {
    String key = tool ? ep.first(Told.Event::incident) : ep.first(Told.Event::group);
    if (key.isEmpty()) {
      return "alone " + ep.source() + ep.events.get(0).series() + ep.start;
    }
    return tool ? ep.source() + key : key;
  }

  private static List<Inc> joined(Ep ep, List<Inc> all) {
    String group = ep.first(Told.Event::group);
    List<Inc> byKey =
        all.stream().filter(i -> !group.isEmpty() && hasKey(i, group) && touch(i, ep)).toList();
    if (!byKey.isEmpty()) {
      return byKey;
    }
    return all.stream()
        .filter(
            i ->
                i.first().rule().equals(ep.rule()) && Math.abs(i.opened() - ep.start) <= 2 * MINUTE)
        .min(
            Comparator.comparingLong((Inc i) -> Math.abs(i.opened() - ep.start))
                .thenComparingLong(Inc::opened)
                .thenComparing(i -> i.name))
        .stream()
        .toList();
  }

  private static boolean hasKey(Inc inc, String group) {
    return inc.members.stream()
        .map(m -> m.first(Told.Event::group))
        .anyMatch(k -> k.equals(group) || k.equals(sha(group)));
  }

  private static boolean touch(Inc inc, Ep ep) {
    return inc.opened() <= ep.until + 2 * MINUTE && inc.until() + 2 * MINUTE >= ep.start;
  }

  static String sha(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Ep> episodes(List<Told.Event> events) {
    Map<String, TreeMap<Long, Ep>> series = new HashMap<>();
    for (Told.Event event : events) {
      boolean heartbeat = event.severity().equals("NONE") || event.rule().equals("Watchdog");
      if (!heartbeat) {
        series
            .computeIfAbsent(event.source() + '|' + event.series(), any -> new TreeMap<>())
            .computeIfAbsent(event.start(), any -> new Ep())
            .events
            .add(event);
      }
    }
    List<Ep> all = new ArrayList<>();
    for (TreeMap<Long, Ep> starts : series.values()) {
      Ep current = null;
      long lastStart = 0;
      for (Map.Entry<Long, Ep> next : starts.entrySet()) {
        Ep ep = next.getValue();
        ep.start = next.getKey();
        if (ep.events.stream().allMatch(e -> e.state().equals("CLASSIFIED"))) {
          continue;
        }
        if (current != null && isSame(current, lastStart, ep)) {
          current.events.addAll(ep.events);
        } else {
          if (current != null) {
            finish(current, ep.start);
          }
          current = ep;
          all.add(ep);
        }
        lastStart = ep.start;
      }
      if (current != null) {
        finish(current, -1);
      }
    }
    return all;
  }

  private static long end(Ep ep) {
    long resolved = ep.max("RESOLVED");
    return resolved < 0 || ep.max("FIRING") > resolved ? -1 : Math.max(resolved, ep.start);
  }

  private static List<Told.Event> fromSource(Ep ep) {
    return ep.events.stream().filter(e -> !e.state().equals("CLASSIFIED")).toList();
  }

  private static long told(Ep ep) {
    return fromSource(ep).stream().mapToLong(Told.Event::received).min().orElseThrow();
  }

  private static boolean isSame(Ep current, long lastStart, Ep next) {
    long end = end(current);
    if (end >= 0 && end < next.start) {
      return false;
    }
    boolean toldLater = told(current) > told(next) && (end(next) < 0 || end(next) > told(current));
    return next.start - lastStart < 5 * MINUTE || toldLater;
  }

  private void finish(Ep ep, long next) {
    long heard =
        fromSource(ep).stream()
            .mapToLong(e -> Math.max(e.time(), e.received()))
            .max()
            .orElseThrow();
    if (end(ep) >= 0) {
      ep.ending = "resolved";
      ep.until = end(ep);
    } else if (next < 0 && heard + 28 * DAY > now) {
      ep.ending = "open";
      ep.until = FOREVER;
    } else {
      ep.ending = "unseen";
      long last = fromSource(ep).stream().mapToLong(Told.Event::time).max().orElseThrow();
      ep.until = Math.max(ep.start, last);
      if (next >= 0) {
        ep.until = Math.min(next, ep.until);
      }
    }
  }

  List<Occ> all() {
    return occurrences.values().stream().flatMap(List::stream).filter(Objects::nonNull).toList();
  }
}
