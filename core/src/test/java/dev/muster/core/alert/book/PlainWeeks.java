package dev.muster.core.alert.book;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weeks, figures, flags and verdicts by the words of the definitions alone, from all facts. */
final class PlainWeeks {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  private final List<Told> facts;
  private final Map<Class<?>, List<?>> kinds = new HashMap<>();
  private final Map<PlainAlerts.Occ, String> outcomes = new HashMap<>();
  private final Map<LocalDate, Boolean> measured = new HashMap<>();
  private final PlainAlerts alerts;
  private final PlainBudget budget;
  private final Map<LocalDate, Map<String, String[]>> verdicts = new TreeMap<>();

  PlainWeeks(List<Told> facts, long now) {
    this.facts = facts;
    this.alerts = new PlainAlerts(of(Told.Event.class), of(Told.Entry.class), now);
    this.budget = new PlainBudget(of(Told.Burn.class));
  }

  @SuppressWarnings("unchecked") // Lists are kept by the class of what is in them.
  private <T extends Told> List<T> of(Class<T> kind) {
    return (List<T>)
        kinds.computeIfAbsent(
            kind, any -> facts.stream().filter(kind::isInstance).map(kind::cast).toList());
  }

  // Weeks are known by their Monday.

  private ZoneId zone(LocalDate monday) {
    long dayBefore = monday.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    String zone = alerts.terms(dayBefore).zone();
    return ZoneId.of(zone);
  }

  long from(LocalDate monday) {
    return monday.atStartOfDay(zone(monday)).toInstant().toEpochMilli();
  }

  long to(LocalDate monday) {
    return from(monday.plusWeeks(1));
  }

  LocalDate week(long at) {
    LocalDate monday = LocalDate.of(2019, 12, 30).plusWeeks((at / DAY - 18260) / 7 - 2);
    while (to(monday) <= at) {
      monday = monday.plusWeeks(1);
    }
    return monday;
  }

  static String label(LocalDate monday) {
    LocalDate thursday = monday.plusDays(3);
    int number = (thursday.getDayOfYear() - 1) / 7 + 1;
    return String.format(Locale.ROOT, "%d-W%02d", thursday.getYear(), number);
  }

  /** Of each rule that is spoken of in a week, all that is said of it. */
  Map<String, String> said(LocalDate monday) {
    Map<String, String> said = new TreeMap<>();
    for (String rule : rules(monday)) {
      said.put(
          rule,
          figures(rule, monday) + ' ' + flags(rule, monday) + ' ' + verdictText(rule, monday));
    }
    return said;
  }

  private Set<String> rules(LocalDate monday) {
    TreeSet<String> rules = new TreeSet<>();
    long from = from(monday.minusWeeks(3));
    alerts.occurrences.forEach(
        (rule, occs) -> {
          if (occs.stream()
              .flatMap(o -> o.eps.stream())
              .anyMatch(e -> there(e, from, to(monday)))) {
            rules.add(rule);
          }
        });
    alerts.muted.forEach(
        (rule, eps) -> {
          if (eps.stream().anyMatch(e -> there(e, from, to(monday)))) {
            rules.add(rule);
          }
        });
    return rules;
  }

  private static boolean there(PlainAlerts.Ep ep, long from, long to) {
    return ep.start < to && ep.until >= from;
  }

  private List<PlainAlerts.Occ> occs(String rule) {
    return alerts.occurrences.getOrDefault(rule, List.of());
  }

  private List<PlainAlerts.Occ> fired(String rule, long from, long to) {
    return occs(rule).stream().filter(o -> o.begin() >= from && o.begin() < to).toList();
  }

  private boolean mended(PlainAlerts.Occ occ) {
    long begin = occ.begin();
    long last = occ.ending().equals("open") ? PlainAlerts.FOREVER : occ.until() + 60 * MINUTE;
    int before = 0;
    long oldest = PlainAlerts.FOREVER;
    boolean pipeline = false;
    for (Told.Deploy deploy : of(Told.Deploy.class)) {
      Long started = deploy.started();
      if (!deploy.environment().equals("prod")) {
        continue;
      }
      boolean hand = deploy.byHand() || deploy.undoes();
      boolean within = started != null && started > begin && started <= last;
      if (within && hand) {
        return true;
      }
      if (deploy.takenBack()
          && !deploy.undoes()
          && deploy.ended() > begin
          && deploy.ended() <= last) {
        return true;
      }
      if (started != null && !hand) {
        pipeline |= within;
        oldest = Math.min(oldest, started);
        before += started >= begin - 28 * DAY && started < begin ? 1 : 0;
      }
    }
    double chance = 1 - Math.exp(-before / (28.0 * DAY) * (last - begin));
    return pipeline && !occ.ending().equals("open") && oldest <= begin - 28 * DAY && chance < 0.1;
  }

  private boolean afterDeploy(PlainAlerts.Occ occ) {
    return of(Told.Deploy.class).stream()
        .filter(d -> d.environment().equals("prod"))
        .flatMapToLong(
            d ->
                d.started() == null
                    ? java.util.stream.LongStream.of(d.ended())
                    : java.util.stream.LongStream.of(d.started(), d.ended()))
        .anyMatch(at -> at <= occ.begin() && at >= occ.begin() - 30 * MINUTE);
  }

  /** acted, said not, shown not, unknown. */
  private String outcome(PlainAlerts.Occ occ) {
    String known = outcomes.get(occ);
    if (known == null) {
      known = judged(occ);
      outcomes.put(occ, known);
    }
    return known;
  }

  private String judged(PlainAlerts.Occ occ) {
    Told.Event word =
        occ.touching().stream()
            .flatMap(e -> e.events.stream())
            .filter(e -> e.state().equals("CLASSIFIED"))
            .max(
                Comparator.comparingLong(Told.Event::time)
                    .thenComparingLong(Told.Event::received)
                    .thenComparing(Told.Event::id))
            .orElse(null);
    if (word != null && word.classification().equals("ACTION_TAKEN")) {
      return "acted";
    } else if (word != null && !word.classification().equals("OTHER")) {
      return "said not";
    } else if (occ.touching().stream().anyMatch(PlainAlerts.Ep::worked) || mended(occ)) {
      return "acted";
    }
    boolean over =
        !occ.incs.isEmpty()
            && occ.incs.stream().allMatch(i -> i.tool)
            && occ.incs.stream()
                .flatMap(i -> i.members.stream())
                .allMatch(e -> e.ending.equals("resolved"));
    return over
            && !occ.ending().equals("open")
            && occ.touching().stream().noneMatch(PlainAlerts.Ep::touched)
        ? "shown not"
        : "unknown";
  }

  private boolean confirmed(PlainAlerts.Occ occ) {
    long end = occ.ending().equals("open") ? to(week(occ.begin())) : occ.until();
    return budget.confirms(occ.begin() - 5 * MINUTE, end + 5 * MINUTE);
  }

  private boolean measured(LocalDate monday) {
    return measured.computeIfAbsent(
        monday, any -> budget.measured(from(monday.minusWeeks(3)), to(monday)));
  }

  private static boolean brief(PlainAlerts.Occ occ) {
    return occ.ending().equals("resolved") && occ.until() - occ.begin() < 300_000;
  }

  private static long acknowledged(PlainAlerts.Occ occ) {
    return occ.touching().stream()
        .mapToLong(PlainAlerts.Ep::acknowledged)
        .filter(a -> a >= 0)
        .min()
        .orElse(-1);
  }

  private String figures(String rule, LocalDate monday) {
    long from = from(monday);
    long to = to(monday);
    List<PlainAlerts.Occ> fired = fired(rule, from, to);
    List<String> outcomes = fired.stream().map(this::outcome).toList();
    long acted = outcomes.stream().filter("acted"::equals).count();
    long inaction = outcomes.stream().filter(o -> o.endsWith("not")).count();
    List<Long> lasted =
        fired.stream()
            .filter(o -> o.ending().equals("resolved"))
            .map(o -> o.until() - o.begin())
            .sorted()
            .toList();
    long auto =
        fired.stream()
            .filter(
                o ->
                    o.ending().equals("resolved")
                        && !outcome(o).equals("acted")
                        && acknowledged(o) < 0)
            .filter(
                o -> o.touching().stream().allMatch(e -> e.resolvedByPerson() < 0 && !e.worked()))
            .count();
    long silenced =
        fired.stream().filter(o -> o.eps.stream().anyMatch(PlainAlerts.Ep::silenced)).count()
            + mutedRuns(rule).stream().filter(b -> b >= from && b < to).count();
    Map<String, Long> hours =
        alerts.pages.stream()
            .filter(p -> p.rule().equals(rule) && p.opened() >= from && p.opened() < to)
            .collect(
                Collectors.groupingBy(p -> hour(p.opened()), TreeMap::new, Collectors.counting()));
    long toAck =
        fired.stream()
            .filter(o -> acknowledged(o) > o.begin())
            .mapToLong(o -> acknowledged(o) - o.begin())
            .sum();
    return "rotation="
        + (fired.isEmpty()
            ? rotation(monday)
            : alerts.terms(fired.get(fired.size() - 1).begin()).rotation())
        + " fired="
        + fired.size()
        + " episodes="
        + fired.stream().flatMap(o -> o.eps.stream()).filter(e -> e.start < to).count()
        + " pages="
        + hours
        + " acknowledged="
        + fired.stream().filter(o -> acknowledged(o) >= 0).count()
        + " acted="
        + acted
        + " inaction="
        + inaction
        + " confirmed="
        + (measured(monday) ? "" + fired.stream().filter(this::confirmed).count() : "-")
        + " auto="
        + auto
        + " short="
        + fired.stream().filter(PlainWeeks::brief).count()
        + " silenced="
        + silenced
        + " open="
        + fired.stream().filter(o -> o.until() > to).count()
        + " median="
        + (lasted.isEmpty()
            ? "-"
            : "" + (lasted.get((lasted.size() - 1) / 2) + lasted.get(lasted.size() / 2)) / 2)
        + " longest="
        + (lasted.isEmpty() ? "-" : "" + lasted.get(lasted.size() - 1))
        + " toAck="
        + toAck
        + " toResolve="
        + lasted.stream().mapToLong(l -> l).sum()
        + " resolved="
        + lasted.size();
  }

  private String rotation(LocalDate monday) {
    return alerts
        .terms(monday.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
        .rotation();
  }

  private List<Long> mutedRuns(String rule) {
    List<PlainAlerts.Ep> eps =
        alerts.muted.getOrDefault(rule, List.of()).stream()
            .filter(PlainAlerts.Ep::silenced)
            .sorted(Comparator.comparingLong(e -> e.start))
            .toList();
    List<Long> begins = new ArrayList<>();
    for (PlainAlerts.Ep ep : eps) {
      if (eps.stream()
          .noneMatch(
              e ->
                  e != ep
                      && (e.start < ep.start
                          || (e.start == ep.start && eps.indexOf(e) < eps.indexOf(ep)))
                      && e.until + 5 * MINUTE >= ep.start)) {
        begins.add(ep.start);
      }
    }
    return begins;
  }

  String hour(long at) {
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(ZoneId.of(alerts.terms(at).zone()));
    int hour = local.getHour();
    if (hour >= 22 || hour < 8) {
      return "SLEEP";
    }
    return local.getDayOfWeek().getValue() <= 5 && hour < 18 ? "BUSINESS" : "OFF";
  }

  private List<String> flags(String rule, LocalDate monday) {
    long from = from(monday);
    long to = to(monday);
    List<String> flags = new ArrayList<>();
    List<PlainAlerts.Occ> sofar = fired(rule, 0, to);
    if (!sofar.isEmpty()) {
      PlainAlerts.Occ newest = sofar.get(sofar.size() - 1);
      int severity = newest.eps.stream().mapToInt(PlainAlerts.Ep::severity).max().orElseThrow();
      if (severity != 2
          && newest.eps.stream().allMatch(e -> e.first(Told.Event::runbook).isEmpty())) {
        flags.add("NO_RUNBOOK");
      }
    }
    if (sofar.stream()
        .anyMatch(
            o -> Math.min(o.until(), to) > from && Math.min(o.until(), to) - o.begin() > 7 * DAY)) {
      flags.add("STUCK");
    }
    if (flaps(rule, from, to)) {
      flags.add("FLAPPING");
    }
    List<PlainAlerts.Occ> fired = fired(rule, from, to);
    long after = fired.stream().filter(this::afterDeploy).count();
    if (after > 0 && after * 2 >= fired.size()) {
      flags.add("AFTER_DEPLOY");
    }
    if (longSilenced(rule, from, to)) {
      flags.add("LONG_SILENCED");
    }
    return flags;
  }

  private boolean flaps(String rule, long from, long to) {
    List<PlainAlerts.Ep> eps = occs(rule).stream().flatMap(o -> o.eps.stream()).toList();
    List<Long> again = new ArrayList<>();
    for (PlainAlerts.Ep ep : eps) {
      PlainAlerts.Ep before =
          eps.stream()
              .filter(
                  e ->
                      e != ep
                          && e.source().equals(ep.source())
                          && e.events.get(0).series().equals(ep.events.get(0).series()))
              .filter(e -> e.start < ep.start)
              .max(Comparator.comparingLong(e -> e.start))
              .orElse(null);
      if (before != null
          && before.ending.equals("resolved")
          && ep.start <= before.until + 15 * MINUTE) {
        again.add(ep.start);
      }
    }
    return again.stream()
        .filter(last -> last >= from && last < to)
        .anyMatch(last -> again.stream().filter(a -> a <= last && a >= last - DAY).count() >= 3);
  }

  private boolean longSilenced(String rule, long from, long to) {
    List<PlainAlerts.Ep> eps =
        new ArrayList<>(occs(rule).stream().flatMap(o -> o.eps.stream()).toList());
    long loud =
        eps.stream()
            .filter(e -> !e.silenced() && e.start < to)
            .mapToLong(e -> e.start)
            .max()
            .orElse(-1);
    eps.addAll(alerts.muted.getOrDefault(rule, List.of()));
    List<PlainAlerts.Ep> silent = eps.stream().filter(PlainAlerts.Ep::silenced).toList();
    long since =
        silent.stream()
            .mapToLong(PlainAlerts.Ep::silencedAt)
            .filter(s -> s > loud)
            .min()
            .orElse(PlainAlerts.FOREVER);
    return since + 60 * DAY < to && silent.stream().anyMatch(e -> there(e, from, to));
  }

  /** What a proposal rests on: of a week, one rule's numbers. */
  private long[] tally(String rule, LocalDate first, LocalDate last) {
    List<PlainAlerts.Occ> fired = fired(rule, from(first), to(last));
    ZoneId zone = zone(last);
    return new long[] {
      fired.size(),
      fired.stream().filter(o -> outcome(o).equals("acted")).count(),
      fired.stream().filter(o -> outcome(o).endsWith("not")).count(),
      fired.stream().filter(o -> outcome(o).equals("said not")).count(),
      fired.stream().filter(this::confirmed).count(),
      fired.stream().filter(PlainWeeks::brief).count(),
      fired.stream()
          .map(o -> Instant.ofEpochMilli(o.begin()).atZone(zone).toLocalDate())
          .distinct()
          .count()
    };
  }

  private String verdictText(String rule, LocalDate monday) {
    return String.join(" ", verdict(rule, monday));
  }

  private String[] verdict(String rule, LocalDate monday) {
    Map<String, String[]> known = verdicts.computeIfAbsent(monday, any -> new TreeMap<>());
    String[] verdict = known.get(rule);
    if (verdict == null) {
      verdict = judge(rule, monday);
      known.put(rule, verdict);
    }
    return verdict;
  }

  private int severity(String rule, long to) {
    List<PlainAlerts.Occ> sofar = fired(rule, 0, to);
    if (!sofar.isEmpty()) {
      return sofar.get(sofar.size() - 1).eps.stream()
          .mapToInt(PlainAlerts.Ep::severity)
          .max()
          .orElseThrow();
    }
    return alerts.muted.getOrDefault(rule, List.of()).stream()
        .filter(e -> e.start < to)
        .max(
            Comparator.comparingLong((PlainAlerts.Ep e) -> e.start)
                .thenComparing(PlainAlerts.Ep::source)
                .thenComparing(e -> e.events.get(0).series()))
        .map(PlainAlerts.Ep::severity)
        .orElse(0);
  }

  private String[] judge(String rule, LocalDate monday) {
    long to = to(monday);
    long[] week = tally(rule, monday, monday);
    long[] month = tally(rule, monday.minusWeeks(3), monday);
    boolean page = severity(rule, to) == 4;
    boolean guarded = guarded(rule, to);
    String end =
        " severity=" + PlainAlerts.SEVERITIES.get(severity(rule, to)) + " protected=" + guarded;
    if (month[0] == 0) {
      return new String[] {"INSUFFICIENT_DATA", "DID_NOT_FIRE", end};
    } else if (sourceSince(rule, monday) > from(monday.minusWeeks(3))) {
      return new String[] {"INSUFFICIENT_DATA", "SOURCE_IS_NEW", end};
    } else if (month[1] + month[2] < 3) {
      return new String[] {"INSUFFICIENT_DATA", "FEW_ANSWERS", end};
    } else if (page && month[4] > 0) {
      return new String[] {"KEEP", "CONFIRMED_PAGE", end};
    } else if (month[1] * 2 >= month[0]) {
      return new String[] {"KEEP", "ACTED_ON", end};
    } else if (month[4] * 5 >= month[0]) {
      return new String[] {"KEEP", "CONFIRMED", end};
    }
    String left = "NOTHING_APPLIES";
    for (String[] proposal : applying(rule, monday, page, week, month)) {
      String away = away(rule, proposal[0], monday, week, month);
      if (guarded) {
        return new String[] {"KEEP", "PROTECTED", end};
      } else if (away.isEmpty()) {
        return new String[] {proposal[0], proposal[1], end};
      }
      left = left.equals("NOTHING_APPLIES") ? away : left;
    }
    return new String[] {"KEEP", left, end};
  }

  private List<String[]> applying(
      String rule, LocalDate monday, boolean page, long[] week, long[] month) {
    List<String[]> apply = new ArrayList<>();
    if (!page && week[0] > 3 && week[6] >= 2 && week[2] == week[0] && week[4] == 0) {
      apply.add(new String[] {"SUPPRESS", "NOBODY_ACTED"});
    }
    if (page && month[2] > 2 && month[2] * 2 >= month[0]) {
      apply.add(new String[] {"DOWNGRADE", "PAGED_FOR_NOTHING"});
    }
    Told.Answered down = lastAnswer(rule, "DOWNGRADE", to(monday));
    boolean downgraded =
        down != null && down.accepted() && down.time() <= from(monday.minusWeeks(3));
    if (month[0] >= 5
        && month[6] >= 3
        && month[2] == month[0]
        && measured(monday)
        && month[4] == 0
        && month[3] * 2 >= month[0]
        && (!page || downgraded)) {
      apply.add(new String[] {"DELETE", "NEVER_NEEDED"});
    }
    if (month[5] * 2 > month[0] && month[4] == 0) {
      apply.add(new String[] {"TUNE", "TOO_SHORT"});
    }
    return apply;
  }

  private Told.@Nullable Answered lastAnswer(String rule, String proposal, long before) {
    return of(Told.Answered.class).stream()
        .filter(a -> a.rule().equals(rule) && a.proposal().equals(proposal) && a.time() < before)
        .max(
            Comparator.comparingLong(Told.Answered::time)
                .thenComparingLong(Told.Answered::received)
                .thenComparing(Told.Answered::id))
        .orElse(null);
  }

  private String away(String rule, String proposal, LocalDate monday, long[] week, long[] month) {
    Told.Answered last = lastAnswer(rule, proposal, to(monday));
    if (last == null || last.time() + 56 * DAY <= to(monday)) {
      return "";
    } else if (last.accepted()) {
      return "ACCEPTED";
    }
    LocalDate then = week(last.time()).minusWeeks(1);
    long before =
        spoken(rule, then)
            ? decides(proposal, tally(rule, then, then), tally(rule, then.minusWeeks(3), then))
            : 0;
    return decides(proposal, week, month) >= 2 * Math.max(1, before) ? "" : "DECLINED";
  }

  private boolean spoken(String rule, LocalDate monday) {
    return rules(monday).contains(rule);
  }

  private static long decides(String proposal, long[] week, long[] month) {
    return switch (proposal) {
      case "SUPPRESS" -> week[2];
      case "DOWNGRADE" -> month[2];
      case "DELETE" -> month[0];
      default -> month[5];
    };
  }

  private boolean guarded(String rule, long to) {
    List<PlainAlerts.Ep> eps =
        new ArrayList<>(occs(rule).stream().flatMap(o -> o.eps.stream()).toList());
    eps.addAll(alerts.muted.getOrDefault(rule, List.of()));
    return eps.stream().anyMatch(e -> e.start < to && !e.first(Told.Event::protection).isEmpty());
  }

  /** First event, by its own time, of the sources that tell of it. */
  private long sourceSince(String rule, LocalDate monday) {
    long from = from(monday.minusWeeks(3));
    return occs(rule).stream()
        .flatMap(o -> o.eps.stream())
        .filter(e -> there(e, from, to(monday)))
        .map(PlainAlerts.Ep::source)
        .mapToLong(
            source ->
                of(Told.Event.class).stream()
                    .filter(e -> e.source().equals(source))
                    .mapToLong(e -> Math.min(e.time(), e.received()))
                    .min()
                    .orElseThrow())
        .min()
        .orElse(PlainAlerts.FOREVER);
  }

  /** By rotation, what the week adds to its sums. */
  Map<String, String> shares(LocalDate monday) {
    Map<String, String> shares = new TreeMap<>();
    long from = from(monday);
    long to = to(monday);
    TreeSet<String> rotations = new TreeSet<>();
    of(Told.Entry.class).forEach(e -> rotations.add(e.rotation()));
    rotations.remove("");
    for (String rotation : rotations) {
      long fired =
          alerts.all().stream()
              .filter(
                  o ->
                      o.begin() >= from
                          && o.begin() < to
                          && alerts.terms(o.begin()).rotation().equals(rotation))
              .count();
      List<String> pages =
          alerts.pages.stream()
              .filter(
                  p ->
                      p.opened() >= from
                          && p.opened() < to
                          && alerts.terms(p.opened()).rotation().equals(rotation))
              .map(p -> p.opened() + hour(p.opened()))
              .sorted()
              .toList();
      long unjoined =
          alerts.unjoined.stream()
              .filter(
                  p ->
                      p.opened() >= from
                          && p.opened() < to
                          && alerts.terms(p.opened()).rotation().equals(rotation))
              .count();
      long open = rules(monday).stream().filter(r -> openProposal(r, monday, rotation)).count();
      if (fired + pages.size() + unjoined + open > 0) {
        shares.put(
            rotation,
            "fired=" + fired + " pages=" + pages + " unjoined=" + unjoined + " open=" + open);
      }
    }
    return shares;
  }

  private boolean openProposal(String rule, LocalDate monday, String rotation) {
    String what = verdict(rule, monday)[0];
    List<PlainAlerts.Occ> fired = fired(rule, from(monday), to(monday));
    String told =
        fired.isEmpty()
            ? rotation(monday)
            : alerts.terms(fired.get(fired.size() - 1).begin()).rotation();
    if (what.equals("KEEP") || what.equals("INSUFFICIENT_DATA") || !told.equals(rotation)) {
      return false;
    }
    LocalDate made = monday;
    while (spoken(rule, made.minusWeeks(1)) && verdict(rule, made.minusWeeks(1))[0].equals(what)) {
      LocalDate before = made;
      boolean answered =
          of(Told.Answered.class).stream()
              .anyMatch(
                  a ->
                      a.rule().equals(rule)
                          && a.proposal().equals(what)
                          && a.time() >= from(before)
                          && a.time() < to(before));
      if (answered) {
        break;
      }
      made = made.minusWeeks(1);
    }
    long since = to(made);
    return of(Told.Answered.class).stream()
        .noneMatch(a -> a.rule().equals(rule) && a.proposal().equals(what) && a.time() >= since);
  }

  /** Minutes in which a budget called and no page was open; -1 where none was measured. */
  long missed(LocalDate monday) {
    if (!measured(monday)) {
      return -1;
    }
    return budget.calling(from(monday), to(monday)).stream()
        .filter(
            at -> alerts.pages.stream().noneMatch(p -> p.opened() < at + MINUTE && p.until() >= at))
        .count();
  }
}
