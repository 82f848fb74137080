package dev.muster.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whom alerts called, and what people did about them: some are worth it, some are noise. */
final class Calls {
  private static final String PAGER = "pagerduty";

  /**
   * A rule that fires and ends by itself, and that nobody answers.
   *
   * @param tool in which nobody answers it; of one that knows no answers nothing is known
   */
  private record Nag(String rule, String severity, String tool, Duration every, int minutes) {}

  private static final Map<String, Nag> NAGS =
      Map.of(
          "orders", new Nag("QueueDeep", "PAGE", PAGER, Duration.ofDays(4), 7),
          "catalog", new Nag("CpuHigh", "TICKET", PAGER, Duration.ofHours(20), 25),
          "search", new Nag("IndexLag", "TICKET", "alertmanager", Duration.ofDays(3), 40));

  /** A person of the rotation, by the catalogue beside it. */
  private static final Map<String, String> ON_CALL =
      Map.of(
          "checkout", "ann@example.org",
          "discovery", "rui@example.org",
          "platform", "kim@example.org");

  private final Facts facts;
  private final Random random;
  private final Instant end;

  Calls(Facts facts, Random random, Instant end) {
    this.facts = facts;
    this.random = random;
    this.end = end;
  }

  /** A page: answered, mostly mended by hand, at times gone before anybody had done anything. */
  List<Told> page(Shop shop, Trouble trouble) {
    Instant began = trouble.from().plusSeconds(120);
    String person = ON_CALL.get(shop.rotation());
    Facts.Alarm alarm = alarm(shop, "HighErrorRate", "PAGE", PAGER, began);
    List<Told> told = new ArrayList<>();
    told.add(facts.alert(alarm, began, "FIRING", null));
    told.add(
        facts.alert(alarm, began.plusSeconds(60L + random.nextInt(300)), "ACKNOWLEDGED", person));
    Instant over = trouble.to().plusSeconds(420);
    boolean byHand = random.nextInt(4) > 0;
    if (over.isBefore(end)) {
      told.add(facts.alert(alarm, over, "RESOLVED", byHand ? person : null));
    }
    return told;
  }

  /** What rings without a need, all along. */
  List<Told> nags(Shop shop, Duration back) {
    Nag nag = NAGS.get(shop.service());
    List<Told> told = new ArrayList<>();
    if (nag != null) {
      long first = (long) (nag.every().toSeconds() * (0.1 + 0.7 * random.nextDouble()));
      for (long ago = first; ago < back.toSeconds(); ago += nag.every().toSeconds()) {
        Instant began = end.minusSeconds(ago);
        Facts.Alarm alarm = alarm(shop, nag.rule(), nag.severity(), nag.tool(), began);
        told.add(facts.alert(alarm, began, "FIRING", null));
        told.add(facts.alert(alarm, began.plusSeconds(60L * nag.minutes()), "RESOLVED", null));
      }
    }
    return told;
  }

  private Facts.Alarm alarm(Shop shop, String rule, String severity, String tool, Instant began) {
    String incident = shop.service() + "-" + rule + "-" + Duration.between(began, end).toMinutes();
    return new Facts.Alarm(shop.service(), shop.rotation(), rule, severity, tool, incident, began);
  }
}
