package dev.muster.core.alert.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.alert.Alerts;
import dev.muster.core.alert.Episode;
import dev.muster.core.alert.Firing.Ending;
import dev.muster.core.alert.Occurrence;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.Late;
import dev.muster.core.alert.noise.NoiseFigures;
import dev.muster.core.alert.noise.RuleWeek;
import dev.muster.core.alert.noise.ServiceWeek;
import dev.muster.core.alert.noise.ServiceWeek.Said;
import dev.muster.core.gate.AlertFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a book makes of what Alertmanager, Grafana and PagerDuty send. */
class AlertBookTest {
  private static final long MONDAY = Instant.parse("2026-11-16T00:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final String GROUP = "{}:{alertname=\"Disk\"}";

  private final BookDriver driver = new BookDriver();
  private int next;

  @Test
  void twentyPodsAreOneOccurrenceAndOnePage() {
    // given
    rotation("");
    // when
    for (int pod = 0; pod < 20; pod++) {
      fires("alertmanager/eu-1", "pod-" + pod, MONDAY + pod * 1_000L, "PAGE", 30);
    }
    // then
    Alerts alerts = alerts(MONDAY + DAY);
    assertThat(only(alerts).firings()).hasSize(20);
    assertThat(alerts.pages()).hasSize(1);
  }

  @Test
  void aPairOfAlertmanagersInterruptsOnce() {
    rotation("");
    fires("alertmanager/eu-1", "pod", MONDAY, "PAGE", 30);
    fires("alertmanager/eu-2", "pod", MONDAY + 400, "PAGE", 30);

    assertThat(alerts(MONDAY + DAY).pages()).hasSize(1);
  }

  @Test
  void aTicketIsNoPage() {
    rotation("");
    fires("alertmanager/eu-1", "pod", MONDAY, "TICKET", 30);

    assertThat(alerts(MONDAY + DAY).pages()).isEmpty();
  }

  @Test
  void thePagingToolsIncidentIsThePageAndItsAnswerTheAnswer() {
    // given: Alertmanager hands its group's key on as a hash
    rotation("pagerduty/acme");
    fires("alertmanager/eu-1", "pod", MONDAY, "PAGE", 30);
    Told.Event incident = incident("P1", MONDAY + 40_000, PlainAlerts.sha(GROUP));
    // when
    driver.tell(incident);
    driver.tell(
        incident.as("ACKNOWLEDGED", MONDAY + 5 * MINUTE, MONDAY + 5 * MINUTE, id()).by("ann"));
    driver.tell(
        incident.as("RESOLVED", MONDAY + 30 * MINUTE, MONDAY + 30 * MINUTE, id()).by("ann"));
    // then
    Alerts alerts = alerts(MONDAY + DAY);
    assertThat(alerts.occurrences()).containsOnlyKeys("Disk");
    assertThat(alerts.unjoined()).isEmpty();
    assertThat(GateFigures.pages(alerts, BookDriver.at(MONDAY + DAY)))
        .containsExactly(
            new AlertFigures.Page(
                BookDriver.at(MONDAY + 40_000),
                BookDriver.at(MONDAY + 5 * MINUTE),
                BookDriver.at(MONDAY + 30 * MINUTE)));
    assertThat(only(alerts).isActedOn()).isTrue();
  }

  @Test
  void aPageTheAuthorityNeverToldOfIsListed() {
    rotation("pagerduty");
    fires("alertmanager/eu-1", "pod", MONDAY, "PAGE", 30);

    Alerts alerts = alerts(MONDAY + DAY);
    assertThat(alerts.pages()).isEmpty();
    assertThat(alerts.unjoined()).hasSize(1);
  }

  @Test
  void anIncidentNobodyElseToldOfStandsForItself() {
    rotation("pagerduty");
    driver.tell(incident("P1", MONDAY, ""));

    assertThat(alerts(MONDAY + DAY).occurrences()).containsOnlyKeys("The disk is full");
  }

  @Test
  void mustersOwnAlertCountsThroughTheAuthorityAlone() {
    rotation("pagerduty");
    driver.tell(event("alertmanager/eu-1", "pod", MONDAY, "PAGE", "orders|slo"));

    Alerts alerts = alerts(MONDAY + DAY);
    assertThat(alerts.occurrences()).isEmpty();
    assertThat(alerts.unjoined()).isEmpty();
  }

  @Test
  void aStartThatMovesEarlierIsTheSameEpisode() {
    rotation("");
    Told.Event first = event("alertmanager/eu-1", "pod", MONDAY + 60 * MINUTE, "PAGE", "");
    driver.tell(first);
    driver.tell(first.startedAt(MONDAY).as("FIRING", MONDAY, MONDAY + 70 * MINUTE, id()));
    driver.tell(
        first.startedAt(MONDAY).as("RESOLVED", MONDAY + 90 * MINUTE, MONDAY + 90 * MINUTE, id()));

    Occurrence one = only(alerts(MONDAY + DAY));
    assertThat(one.firings()).hasSize(1);
    assertThat(one.lasted()).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void aSeriesThatFiresAgainEndsWhatWasNeverSaidToBeOver() {
    rotation("");
    driver.tell(event("alertmanager/eu-1", "pod", MONDAY, "PAGE", ""));
    fires("alertmanager/eu-1", "pod", MONDAY + DAY, "PAGE", 30);

    List<Occurrence> occurrences = alerts(MONDAY + 2 * DAY).occurrences().get("Disk");
    assertThat(occurrences)
        .extracting(Occurrence::ending)
        .containsExactly(Ending.UNSEEN, Ending.RESOLVED);
  }

  @Test
  void whatIsNotHeardOfForFourWeeksIsOverAndCountsForNoDuration() {
    rotation("");
    driver.tell(event("alertmanager/eu-1", "pod", MONDAY, "PAGE", ""));

    assertThat(only(alerts(MONDAY + 27 * DAY)).ending()).isEqualTo(Ending.OPEN);
    Occurrence over = only(alerts(MONDAY + 29 * DAY));
    assertThat(over.ending()).isEqualTo(Ending.UNSEEN);
    assertThat(over.lasted()).isNull();
  }

  @Test
  void aWordThatComesAfterTheWeekClosedIsARevisionAMinuteLater() {
    // given: a week that closed with one occurrence of which nothing is known
    rotation("");
    Told.Event fired = fires("alertmanager/eu-1", "pod", MONDAY, "TICKET", 30);
    driver.advance(MONDAY + 8 * DAY);
    assertThat(figures().unknownAction()).isEqualTo(1);
    // when: two words within one minute
    long late = MONDAY + 9 * DAY;
    driver.tell(fired.as("CLASSIFIED", late, late, id()).by("ann").saying("ACTION_TAKEN"));
    driver.tell(fired.as("CLASSIFIED", late + 9, late + 9, id()).by("ann").saying("DUPLICATE"));
    assertThat(figures().unknownAction()).isEqualTo(1);
    driver.advance(late + MINUTE);
    // then
    assertThat(figures().knownInaction()).isEqualTo(1);
    assertThat(disk().revision()).isEqualTo(1);
    List<Settled> settled = driver.settled;
    assertThat(settled.get(settled.size() - 1).rules())
        .extracting(Settled.Word::why)
        .containsOnly(Late.CLASSIFIED);
  }

  @Test
  void anAnswerOfTheWeekThatIsOpenReadsOneEpisodeHoweverManyThereAre() {
    // given
    Counted rows = new Counted();
    AlertBook book = new AlertBook(rows);
    book.defined(BookDriver.at(MONDAY), BookDriver.terms(entry("")));
    for (int i = 0; i < 1_000; i++) {
      long start = MONDAY + DAY + 20L * i * MINUTE;
      book.take(driver.event(event("alertmanager/eu-1", "pod", start, "TICKET", "")));
    }
    // then
    assertThat(rows.scans).isZero();
    assertThat(rows.reads).isEqualTo(1_000);
  }

  /** Counts what is read. */
  private static final class Counted implements AlertRows {
    private final HeldRows rows = new HeldRows();
    private int reads;
    private int scans;

    @Override
    public @Nullable Episode episode(Episode.Id id) {
      reads++;
      return rows.episode(id);
    }

    @Override
    public void put(Episode episode) {
      rows.put(episode);
    }

    @Override
    public void forget(Episode.Id id) {
      rows.forget(id);
    }

    @Override
    public Collection<Episode> episodes() {
      scans++;
      return rows.episodes();
    }

    @Override
    public @Nullable ServiceWeek week(IsoWeek week) {
      return rows.week(week);
    }

    @Override
    public void put(ServiceWeek week) {
      rows.put(week);
    }

    @Override
    public void forget(IsoWeek week) {
      rows.forget(week);
    }

    @Override
    public Collection<ServiceWeek> weeks() {
      scans++;
      return rows.weeks();
    }

    @Override
    public Ledger ledger() {
      return rows.ledger();
    }

    @Override
    public void put(Ledger ledger) {
      rows.put(ledger);
    }
  }

  private Said<RuleWeek> disk() {
    return Objects.requireNonNull(week().rules().get("Disk"));
  }

  private NoiseFigures figures() {
    return disk().what().figures();
  }

  private ServiceWeek week() {
    return driver.book().weeks().stream()
        .filter(week -> week.week().toString().equals("2026-W47"))
        .findFirst()
        .orElseThrow();
  }

  private static Occurrence only(Alerts alerts) {
    List<Occurrence> occurrences = alerts.occurrences().getOrDefault("Disk", List.of());
    assertThat(occurrences).hasSize(1);
    return occurrences.get(0);
  }

  private Alerts alerts(long now) {
    return driver.book().alerts(BookDriver.at(now));
  }

  private String id() {
    return "e" + next++;
  }

  private void rotation(String pagesFrom) {
    driver.tell(entry(pagesFrom));
  }

  private static Told.Entry entry(String pagesFrom) {
    return new Told.Entry(MONDAY - DAY, "checkout", "UTC", pagesFrom, List.of("prod"));
  }

  private Told.Event fires(String source, String series, long start, String severity, int minutes) {
    Told.Event firing = event(source, series, start, severity, "");
    driver.tell(firing);
    long end = start + minutes * MINUTE;
    driver.tell(firing.as("RESOLVED", end, end, id()));
    return firing;
  }

  private Told.Event event(String source, String series, long start, String severity, String own) {
    return new Told.Event(
        start, start, id(), source, series, start, "Disk", "prod", severity, "UNKNOWN", "FIRING",
        "", "NONE", GROUP, "", own, "", "", "");
  }

  private Told.Event incident(String incident, long opened, String key) {
    return new Told.Event(
        opened,
        opened,
        id(),
        "pagerduty/acme",
        incident,
        opened,
        "The disk is full",
        "",
        "UNKNOWN",
        "HIGH",
        "FIRING",
        "",
        "NONE",
        key,
        incident,
        "",
        "",
        "",
        "");
  }
}
