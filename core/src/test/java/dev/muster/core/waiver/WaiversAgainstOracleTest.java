package dev.muster.core.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.gate.GateId;
import dev.muster.core.waiver.WaiverStep.Kind;
import dev.muster.core.waiver.WaiverStep.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Seeded lives of waivers against a plain model in hours that shares no code with the book. */
class WaiversAgainstOracleTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<Kind> ANSWERS = List.of(Kind.APPROVED, Kind.REJECTED, Kind.REVOKED);
  private static final List<String> PEOPLE = List.of("ann", "bob", "eve", "Ann");
  private static final List<GateId> GATES =
      List.of(new GateId("bar", "load"), new GateId("bar", "data"));
  private static final int HOURS = 400;

  /** A step in hours. */
  private record Told(
      String id, int gate, String asker, int starts, int expires, Kind kind, String by, int hour) {
    WaiverStep step() {
      Terms terms = new Terms(GATES.get(gate), "r", "k", "c", asker, at(starts), at(expires));
      return new WaiverStep(id, terms, kind, by, at(hour), at(hour));
    }
  }

  /** Who may approve from an hour on. */
  private record May(int hour, Set<String> people) {}

  private static Instant at(int hour) {
    return START.plusSeconds(hour * 3600L);
  }

  @Test
  void bookAndModelAgreeOnWhatIsWaivedWhenAndSinceWhen() {
    int waived = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      // given
      Random random = new Random(seed);
      List<May> may = may(random);
      List<Told> told = told(random);
      // when
      WaiverBook book = WaiverBook.EMPTY;
      int next = 0;
      for (Told step : told) {
        book = book.with(step.step());
        if (next < may.size() && random.nextBoolean()) {
          book = with(book, may.get(next++));
        }
      }
      while (next < may.size()) {
        book = with(book, may.get(next++));
      }
      book = WaiverBook.of(book.steps(), book.approvers());
      // then
      for (int gate = 0; gate < GATES.size(); gate++) {
        boolean[] truth = model(told, may, gate);
        int since = -1;
        for (int hour = 0; hour < HOURS; hour++) {
          since = hour > 0 && truth[hour] != truth[hour - 1] ? hour : since;
          waived += truth[hour] ? 1 : 0;
          String where = "seed " + seed + " gate " + gate + " hour " + hour;
          assertThat(book.inForce(GATES.get(gate), at(hour)).isPresent())
              .as(where)
              .isEqualTo(truth[hour]);
          if (since > 0) {
            assertThat(book.turnedBy(GATES.get(gate), at(hour))).as(where).contains(at(since));
          }
        }
      }
    }
    assertThat(waived).as("hours waived in all").isGreaterThan(50_000);
  }

  private static WaiverBook with(WaiverBook book, May may) {
    return book.with(at(may.hour()), may.people());
  }

  private static List<May> may(Random random) {
    List<May> may = new ArrayList<>();
    may.add(new May(0, Set.of("bob")));
    for (int hour = 40; hour < HOURS; hour += 40 + random.nextInt(150)) {
      may.add(new May(hour, random.nextBoolean() ? Set.of("bob", "ann") : Set.of("eve")));
    }
    if (random.nextInt(4) == 0) {
      Collections.shuffle(may, random);
    }
    return may;
  }

  /** In the order of the log; asked, answered, taken back, and much nonsense. */
  private static List<Told> told(Random random) {
    List<Told> told = new ArrayList<>();
    Map<String, Told> asked = new HashMap<>();
    int hour = 1;
    while (hour < 300) {
      hour += random.nextInt(12);
      String id = "w" + random.nextInt(9);
      String by = PEOPLE.get(random.nextInt(PEOPLE.size()));
      Told before = asked.get(id);
      Told step;
      if (before == null || random.nextInt(12) == 0) {
        int starts = hour - 5 + random.nextInt(40);
        String asker = random.nextInt(15) == 0 ? "eve" : by;
        int expires = starts + (random.nextInt(20) == 0 ? 181 * 24 : random.nextInt(120));
        step = new Told(id, random.nextInt(2), asker, starts, expires, Kind.PROPOSED, by, hour);
        asked.putIfAbsent(id, step);
      } else {
        Kind kind = ANSWERS.get(random.nextInt(ANSWERS.size()));
        int expires = before.expires() + (random.nextInt(15) == 0 ? 10 : 0);
        step =
            new Told(id, before.gate(), before.asker(), before.starts(), expires, kind, by, hour);
      }
      told.add(step);
    }
    return told;
  }

  /** Hour by hour, with a table of what is known of each waiver. */
  private static boolean[] model(List<Told> told, List<May> may, int gate) {
    Map<String, Object[]> table = new HashMap<>();
    for (Told step : told) {
      Object[] row = table.get(step.id());
      if (step.kind() == Kind.PROPOSED) {
        long open =
            table.values().stream()
                .filter(r -> !"no".equals(r[1]) && !"gone".equals(r[1]))
                .filter(r -> ((Told) r[0]).expires() > step.hour())
                .count();
        boolean good =
            row == null
                && step.asker().equals(step.by())
                && step.expires() > step.starts()
                && step.expires() > step.hour()
                && step.expires() - step.starts() <= 180 * 24
                && open < 5;
        if (good) {
          table.put(step.id(), new Object[] {step, "asked", 0, Integer.MAX_VALUE});
        }
        continue;
      }
      if (row == null) {
        continue;
      }
      Told first = (Told) row[0];
      boolean sameTerms =
          first.gate() == step.gate()
              && first.asker().equals(step.asker())
              && first.starts() == step.starts()
              && first.expires() == step.expires();
      boolean over = step.hour() >= first.expires();
      Set<String> now = Set.of();
      for (May each : may) {
        now = each.hour() <= step.hour() ? each.people() : now;
      }
      if (!sameTerms || over) {
        continue;
      } else if (step.kind() == Kind.REVOKED) {
        if (!row[1].equals("no") && !row[1].equals("gone")) {
          row[3] = step.hour();
          row[1] = row[1].equals("yes") ? "yes then gone" : "gone";
        }
      } else if (row[1].equals("asked") && now.contains(step.by())) {
        boolean yes = step.kind() == Kind.APPROVED;
        if (!yes || !step.by().equalsIgnoreCase(first.asker())) {
          row[1] = yes ? "yes" : "no";
          row[2] = step.hour();
        }
      }
      if ("yes then gone".equals(row[1])) {
        row[1] = "gone";
        row[0] = first;
        row = new Object[] {first, "gone", row[2], row[3], true};
        table.put(step.id(), row);
      }
    }
    boolean[] waived = new boolean[HOURS];
    for (Object[] row : table.values()) {
      Told first = (Told) row[0];
      boolean approved = row[1].equals("yes") || row.length == 5;
      if (!approved || first.gate() != gate) {
        continue;
      }
      for (int hour = 0; hour < HOURS; hour++) {
        waived[hour] |=
            hour >= first.starts()
                && hour >= (int) row[2]
                && hour < first.expires()
                && hour < (int) row[3];
      }
    }
    return waived;
  }
}
