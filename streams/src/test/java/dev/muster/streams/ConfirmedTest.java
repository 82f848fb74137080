package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Service;
import dev.muster.core.slo.Slo;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.Severity;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.streams.drive.Alerts;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alerts of a service that the budget of another confirms. */
class ConfirmedTest {
  /** A Monday, four weeks before the one that {@link #autumn} is about ends. */
  private static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant FAILED = START.plus(Duration.ofDays(23));
  private static final Instant WEEK_ENDS = Instant.parse("2026-11-01T23:00:00Z");
  private static final Instant LATER = WEEK_ENDS.plus(Duration.ofHours(10));

  private static final Service ORDERS = Town.paged("orders", "checkout");
  private static final Service NAMING = Town.confirmedBy(ORDERS, "payments");
  private static final Service PAYMENTS =
      Town.paged("payments", "money").promising(List.of(Town.hourly("0.999")));

  @Test
  void theBudgetOfAServiceThatItNamesConfirmsAnAlertAndMakesPrecisionKnown() {
    try (Drive drive = begun(NAMING, PAYMENTS.confirming(List.of("orders")))) {
      NoiseJudgement week = autumn(drive);

      assertThat(week.getFired()).isEqualTo(1);
      assertThat(week.getConfirmed()).isEqualTo(1);
    }
  }

  @Test
  void theBudgetOfAnotherConfirmsNothing() {
    try (Drive drive = begun(ORDERS, PAYMENTS.confirming(List.of("search")))) {
      assertThat(autumn(drive).getConfirmed()).isNull();
    }
  }

  @Test
  void itConfirmsNoMoreOnceItIsNotNamed() {
    try (Drive drive = begun(NAMING, PAYMENTS.confirming(List.of("orders")))) {
      autumn(drive);

      drive.apply(ORDERS, LATER);
      drive.apply(PAYMENTS, LATER);
      drive.clock(LATER.plusSeconds(70));

      NoiseJudgement week = only(drive);
      assertThat(week.getRevision()).isEqualTo(1);
      assertThat(week.getConfirmed()).isNull();
    }
  }

  @Test
  void whatWasBeforeItWasNamedIsToldWhenItIs() {
    try (Drive drive = begun(ORDERS, PAYMENTS)) {
      autumn(drive);

      drive.apply(NAMING, LATER);
      drive.apply(PAYMENTS.confirming(List.of("orders")), LATER);
      drive.clock(LATER.plusSeconds(70));

      NoiseJudgement week = only(drive);
      assertThat(week.getRevision()).isEqualTo(1);
      assertThat(week.getConfirmed()).isEqualTo(1);
    }
  }

  @Test
  void servicesMayNameEachOther() {
    Service both = PAYMENTS.confirming(List.of("orders"));
    try (Drive drive =
        begun(NAMING.confirming(List.of("payments")), Town.confirmedBy(both, "orders"))) {
      assertThat(autumn(drive).getConfirmed()).isEqualTo(1);
    }
  }

  @Test
  void aServiceThatIsNoMoreConfirmsNothing() {
    try (Drive drive = begun(NAMING, PAYMENTS.confirming(List.of("orders")))) {
      autumn(drive);

      drive.send(Topics.CATALOG, Drive.bytes("payments"), null, LATER);
      alert(drive, LATER.plus(HOUR));
      drive.clock(WEEK_ENDS.plus(Duration.ofDays(7)).plusSeconds(30));

      // then: what it said of the week before stands, of this one it says nothing
      List<NoiseJudgement> weeks = weeks(drive);
      assertThat(weeks).hasSize(1);
      assertThat(weeks.get(0).getWeek()).isEqualTo("2026-W45");
      assertThat(weeks.get(0).getConfirmed()).isNull();
    }
  }

  @Test
  void whatWasCountedOtherwiseIsForgotten() {
    try (Drive drive = begun(NAMING, PAYMENTS.confirming(List.of("orders")))) {
      hours(drive, START, FAILED);
      alert(drive, FAILED.minusSeconds(600));
      Instant redefined = FAILED.plus(Duration.ofHours(5));
      hours(drive, FAILED, redefined);

      Slo other = Town.sliced(Town.hourly("0.999"));
      drive.apply(PAYMENTS.promising(List.of(other)).confirming(List.of("orders")), redefined);
      hours(drive, redefined, LATER);

      assertThat(only(drive).getConfirmed()).isNull();
    }
  }

  /** Four weeks of hours, of which one fails while an alert is open; orders' word on the last. */
  private static NoiseJudgement autumn(Drive drive) {
    hours(drive, START, FAILED);
    alert(drive, FAILED.minusSeconds(600));
    hours(drive, FAILED, LATER);
    return only(drive);
  }

  private static void hours(Drive drive, Instant from, Instant until) {
    Instant to = from.plus(HOUR);
    for (; to.isBefore(until); to = to.plus(HOUR)) {
      long good = to.equals(FAILED.plus(HOUR)) ? 0 : 1_000;
      drive.send(Topics.SLI, "payments", Facts.hour("payments", to, good), to.plusSeconds(2));
    }
    drive.clock(until);
  }

  /** For two hours. */
  private static void alert(Drive drive, Instant start) {
    Alert firing = Alerts.firing("orders", Severity.PAGE, start);
    Instant end = start.plus(HOUR).plus(HOUR);
    drive.send(Topics.ALERT, "orders", firing, start.plusSeconds(1));
    drive.send(Topics.ALERT, "orders", Alerts.resolved(firing, end), start.plusSeconds(2));
  }

  private static Drive begun(Service... services) {
    Drive drive = new Drive(START);
    drive.apply(Town.QUIET, START);
    for (Service service : services) {
      drive.apply(service, START);
    }
    return drive;
  }

  private static List<NoiseJudgement> weeks(Drive drive) {
    return drive.noises().stream().filter(each -> each.getService().equals("orders")).toList();
  }

  private static NoiseJudgement only(Drive drive) {
    List<NoiseJudgement> weeks = weeks(drive);
    assertThat(weeks).hasSize(1);
    assertThat(weeks.get(0).getWeek()).isEqualTo("2026-W44");
    return weeks.get(0);
  }
}
