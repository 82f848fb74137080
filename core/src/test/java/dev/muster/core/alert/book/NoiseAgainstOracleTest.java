package dev.muster.core.alert.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.alert.noise.HourClass;
import dev.muster.core.alert.noise.Late;
import dev.muster.core.alert.noise.NoiseFigures;
import dev.muster.core.alert.noise.NoiseFlag;
import dev.muster.core.alert.noise.NoiseReason;
import dev.muster.core.alert.noise.RotationShare;
import dev.muster.core.alert.noise.RuleWeek;
import dev.muster.core.alert.noise.ServiceWeek;
import dev.muster.core.gate.AlertFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Seeded histories against a plain model that shares no code with the book. */
class NoiseAgainstOracleTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  /** Thousands were tried with {@code -Dseeds=3000}. */
  private static final int SEEDS = Integer.getInteger("seeds", 300);

  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  void bookAndModelAgreeOnEveryFigureFlagAndVerdict() {
    for (int seed = 0; seed < SEEDS; seed++) {
      // given
      List<Told> facts = AlertStories.of(seed, days(seed));
      BookDriver driver = new BookDriver();
      Random random = new Random(seed);
      // when
      for (int i = 0; i < facts.size(); i++) {
        driver.tell(facts.get(i));
        long now = facts.get(i).received() + MINUTE;
        boolean quiet = i + 1 == facts.size() || facts.get(i + 1).received() > now;
        // then
        if (quiet && random.nextInt(facts.size()) < 4) {
          driver.advance(now);
          compare("seed " + seed + " fact " + i, driver, facts.subList(0, i + 1), now);
        }
      }
      long end = facts.get(facts.size() - 1).received() + random.nextInt(40) * DAY + MINUTE;
      driver.advance(end);
      compare("seed " + seed + " end", driver, facts, end);
      driver.settled.forEach(this::note);
    }
    assertThat(seen)
        .as("all that can be said was said")
        .containsKeys(codes().toArray(new String[0]));
  }

  @Test
  void closedWeeksAreTheSameInWhicheverOrderTheirFactsCome() {
    for (int seed = 0; seed < SEEDS / 6; seed++) {
      // given
      List<Told> facts = AlertStories.of(seed, 30);
      long end = facts.get(facts.size() - 1).received() + MINUTE;
      BookDriver inOrder = new BookDriver();
      facts.forEach(inOrder::tell);
      inOrder.advance(end);
      // when
      List<Told> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, new Random(seed));
      BookDriver anyhow = new BookDriver();
      shuffled.forEach(anyhow::tell);
      anyhow.advance(end);
      // then
      assertThat(inForce(anyhow)).as("seed " + seed).isEqualTo(inForce(inOrder));
      assertThat(pages(anyhow, end)).as("seed " + seed).isEqualTo(pages(inOrder, end));
      assertThat(anyhow.book().proposals())
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(inOrder.book().proposals());
    }
  }

  /** All that was last said of each week, but for what is nothing. */
  private static String inForce(BookDriver driver) {
    Map<String, String> inForce = new TreeMap<>();
    for (ServiceWeek week : driver.book().weeks()) {
      week.rules().forEach((rule, said) -> inForce.put(week.week() + rule, text(said.what())));
      week.shares()
          .forEach((name, said) -> inForce.put(week.week() + " " + name, text(said.what())));
    }
    inForce.values().removeIf(text -> text.isEmpty() || isNothing(text));
    return lines(inForce);
  }

  /** What readers know: of each rule's week the last word. */
  private static Map<String, String> lastWords(BookDriver driver) {
    Map<String, String> words = new TreeMap<>();
    for (Settled settled : driver.settled) {
      settled
          .rules()
          .forEach(word -> words.put(word.week() + word.what().rule(), text(word.what())));
    }
    return words;
  }

  private static Map<String, String> rows(BookDriver driver) {
    Map<String, String> rows = new TreeMap<>();
    for (ServiceWeek week : driver.book().weeks()) {
      week.rules().forEach((rule, said) -> rows.put(week.week() + rule, text(said.what())));
    }
    return rows;
  }

  private static List<AlertFigures.Page> pages(BookDriver driver, long now) {
    return GateFigures.pages(driver.book().alerts(BookDriver.at(now)), BookDriver.at(now));
  }

  private static List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (NoiseReason.Code code : NoiseReason.Code.values()) {
      codes.add(code.name());
    }
    for (NoiseFlag flag : NoiseFlag.values()) {
      codes.add("flag " + flag);
    }
    for (Late late : EnumSet.complementOf(EnumSet.of(Late.CATALOGUE))) {
      codes.add("revision because " + late);
    }
    return codes;
  }

  /** Most are short; now and then one outlives what answers and silences are remembered for. */
  private static int days(int seed) {
    return seed % 40 == 0 ? 90 : 14 + seed % 4 * 9;
  }

  private void compare(String where, BookDriver driver, List<Told> facts, long now) {
    if (facts.stream().noneMatch(Told.Entry.class::isInstance)) {
      return;
    }
    assertThat(lastWords(driver)).as(where).isEqualTo(rows(driver));
    PlainWeeks plain = new PlainWeeks(facts, now);
    for (ServiceWeek week : driver.book().weeks()) {
      LocalDate monday = week.week().monday();
      String at = where + ' ' + week.week();
      assertThat(week.week().toString()).isEqualTo(PlainWeeks.label(monday));
      assertThat(plain.to(monday)).as(at).isLessThanOrEqualTo(now);
      Map<String, String> said = new TreeMap<>();
      week.rules().forEach((rule, what) -> said.put(rule, text(what.what())));
      Map<String, String> expected = plain.said(monday);
      said.entrySet()
          .removeIf(rule -> !expected.containsKey(rule.getKey()) && isNothing(rule.getValue()));
      assertThat(lines(said)).as(at).isEqualTo(lines(expected));
      Map<String, String> shares = new TreeMap<>();
      week.shares().forEach((rotation, share) -> shares.put(rotation, text(share.what())));
      shares.values().removeIf(String::isEmpty);
      assertThat(lines(shares)).as(at).isEqualTo(lines(plain.shares(monday)));
      Long missed = week.missed();
      assertThat(missed == null ? -1 : missed).as(at + " missed").isEqualTo(plain.missed(monday));
    }
    LocalDate last = plain.week(now).minusWeeks(1);
    if (!plain.said(last).isEmpty()
        && plain.to(last)
            > facts.stream()
                .filter(Told.Entry.class::isInstance)
                .mapToLong(Told::received)
                .min()
                .orElseThrow()) {
      assertThat(driver.book().weeks().stream().map(week -> week.week().monday()))
          .as(where)
          .contains(last);
    }
  }

  /** What was said of a rule before it turned out that it was not there. */
  private static boolean isNothing(String text) {
    return text.contains(" fired=0 ")
        && text.contains("pages={}")
        && text.contains("[] INSUFFICIENT_DATA DID_NOT_FIRE");
  }

  private static String lines(Map<String, String> map) {
    return String.join(
        "\n", map.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
  }

  private static String text(RuleWeek week) {
    NoiseFigures figures = week.figures();
    Map<HourClass, Long> hours = new TreeMap<>(figures.pages());
    return "rotation="
        + (week.rotation() == null ? "" : week.rotation())
        + " fired="
        + figures.fired()
        + " episodes="
        + figures.episodes()
        + " pages="
        + byName(hours)
        + " acknowledged="
        + figures.acknowledged()
        + " acted="
        + figures.actedOn()
        + " inaction="
        + figures.knownInaction()
        + " confirmed="
        + (figures.confirmed() == null ? "-" : figures.confirmed())
        + " auto="
        + figures.autoResolved()
        + " short="
        + figures.under300Seconds()
        + " silenced="
        + figures.silenced()
        + " open="
        + figures.openAtEnd()
        + " median="
        + millis(figures.median())
        + " longest="
        + millis(figures.longest())
        + " toAck="
        + figures.timeToAcknowledge().toMillis()
        + " toResolve="
        + figures.timeToResolve().toMillis()
        + " resolved="
        + figures.resolved()
        + ' '
        + new ArrayList<>(new java.util.TreeSet<>(week.flags())).stream().map(Enum::name).toList()
        + ' '
        + week.verdict().what()
        + ' '
        + week.verdict().reason().code()
        + "  severity="
        + week.severity()
        + " protected="
        + week.protectedRule();
  }

  private static Map<String, Long> byName(Map<HourClass, Long> hours) {
    Map<String, Long> byName = new TreeMap<>();
    hours.forEach((hour, count) -> byName.put(hour.name(), count));
    return byName;
  }

  private static String millis(@Nullable Duration duration) {
    return duration == null ? "-" : "" + duration.toMillis();
  }

  private static String text(RotationShare share) {
    return share.isNothing()
        ? ""
        : "fired="
            + share.fired()
            + " pages="
            + share.pages().stream()
                .map(p -> p.opened().toEpochMilli() + p.hour().name())
                .sorted()
                .toList()
            + " unjoined="
            + share.unjoined().size()
            + " open="
            + share.proposalsOpen();
  }

  private void note(Settled settled) {
    settled.shares().forEach(word -> seen.merge("revision because " + word.why(), 1, Integer::sum));
    settled
        .rules()
        .forEach(
            word -> {
              NoiseReason.Code code = word.what().verdict().reason().code();
              seen.merge(code.name(), 1, Integer::sum);
              seen.merge("revision because " + word.why(), 1, Integer::sum);
              word.what().flags().forEach(flag -> seen.merge("flag " + flag, 1, Integer::sum));
            });
  }
}
