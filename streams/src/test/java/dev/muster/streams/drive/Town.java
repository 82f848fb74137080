package dev.muster.streams.drive;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Question;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.Each;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small catalogue: one standard of three gates. {@code restored}: a restore of each dataset in 60
 * days; {@code scanned}: a clean secret scan in 9 days; {@code drilled}: the rotation found a fault
 * in 100 days.
 */
public final class Town {
  public static final Standard BAR = bar(null);

  /** One gate, {@code measured}: some SLO is, within the last day. */
  public static final Standard MEASURED =
      new Standard(
          "bar",
          "The bar",
          List.of("all"),
          false,
          List.of(
              gate(
                  "measured",
                  new Requirement.Judged(
                      new Question.SloMeasured(null, 0.9, Duration.ofDays(1)),
                      Scope.SERVICE,
                      null,
                      Set.of()))));

  /** Gates over alerts: pages are answered, proposals too, pages are few, the review was closed. */
  public static final Standard QUIET =
      new Standard(
          "bar",
          "The bar",
          List.of("all"),
          false,
          List.of(
              asked(
                  "answered",
                  new Question.PagesAnswered(Duration.ofDays(30), Duration.ofMinutes(15), 0.9)),
              asked("decided", new Question.ProposalsAnswered(Duration.ofDays(14))),
              asked("few", new Question.PagesPerWeek(2, 4)),
              asked("reviewed", new Question.WeekClosed(Duration.ofDays(10)))));

  /** May approve waivers of its services. */
  public static final String APPROVER = "bob@example.org";

  private Town() {}

  /**
   * The same bar, and the secret scan has a figure to keep to.
   *
   * @param bound CEL, absent for none
   */
  public static Standard bar(@Nullable String bound) {
    return new Standard(
        "bar",
        "The bar",
        List.of("all"),
        false,
        List.of(
            gate("restored", restore()),
            gate("scanned", scan("secret-scan", bound, 9, Scope.SERVICE)),
            gate("drilled", scan("diagnosis-drill", null, 100, Scope.ROTATION))));
  }

  /** In the rotation {@code checkout}. */
  public static Service service(String name) {
    return service(name, "team-checkout");
  }

  public static Service service(String name, String owner) {
    return service(name, owner, "checkout", BAR);
  }

  /** In any rotation, held to any bar. */
  public static Service service(String name, String owner, String rotation, Standard bar) {
    return service(name, owner, rotation, bar, List.of());
  }

  /** That promises something. */
  public static Service promising(String name, Slo... slos) {
    return service(name, "team-checkout", "checkout", MEASURED, List.of(slos));
  }

  /** {@code availability} by the built-in rules. */
  public static Slo availability(String target) {
    return new Slo(
        "availability",
        null,
        "availability",
        new BigDecimal(target),
        Slo.DEFAULT_PERIOD,
        new Budgeting.Occurrences(),
        BurnRule.BUILT_IN,
        Slo.DEFAULT_MIN_FAILURES,
        Slo.DEFAULT_SAMPLE_INTERVAL,
        null);
  }

  /** That promises something, in any rotation, held to any bar. */
  public static Service service(
      String name, String owner, String rotation, Standard bar, List<Slo> slos) {
    return service(
        name,
        owner,
        new Rotation(rotation, "team-checkout", ZoneId.of("UTC"), null, null, List.of()),
        bar,
        slos);
  }

  private static Service service(
      String name, String owner, Rotation rotation, Standard bar, List<Slo> slos) {
    return new Service(
        name,
        null,
        owner,
        "shop",
        1,
        Set.of(APPROVER),
        Lifecycle.PRODUCTION,
        null,
        Set.of("data"),
        rotation,
        List.of(new StandardUse("bar", CatalogueCodec.hash(CatalogueCodec.write(bar)), null, null)),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(new Dataset("orders-db", "postgres", Duration.ofDays(1), null, null, null)),
        Map.of(),
        List.of(),
        slos,
        List.of(),
        null);
  }

  /** Whose pages PagerDuty makes, on Berlin's clock. */
  public static Service paged(String name, String rotation) {
    return service(
        name,
        "team-checkout",
        new Rotation(
            rotation, "team-checkout", ZoneId.of("Europe/Berlin"), "pagerduty", null, List.of()),
        QUIET,
        List.of());
  }

  /** The same, whose alerts the budgets of others confirm. */
  public static Service confirmedBy(Service service, String... others) {
    return new Service(
        service.name(),
        service.description(),
        service.owner(),
        service.system(),
        service.tier(),
        service.approvers(),
        service.lifecycle(),
        service.launch(),
        service.traits(),
        service.rotation(),
        service.standards(),
        service.environments(),
        service.branches(),
        service.peakPerSecond(),
        service.deployStrategy(),
        service.datasets(),
        service.targets(),
        List.of(others),
        service.confirms(),
        service.slos(),
        service.sources(),
        service.publicPage());
  }

  /** {@code availability}, sampled each hour. */
  public static Slo hourly(String target) {
    Slo each = availability(target);
    return new Slo(
        each.name(),
        each.description(),
        each.kind(),
        each.target(),
        each.period(),
        each.budgeting(),
        each.rules(),
        each.minFailures(),
        Duration.ofHours(1),
        each.indicator());
  }

  /** The same, counted in hours. */
  public static Slo sliced(Slo slo) {
    return new Slo(
        slo.name(),
        slo.description(),
        slo.kind(),
        slo.target(),
        slo.period(),
        new Budgeting.Timeslices(new BigDecimal("0.9"), Duration.ofHours(1)),
        slo.rules(),
        slo.minFailures(),
        slo.sampleInterval(),
        slo.indicator());
  }

  private static Gate asked(String id, Question question) {
    return gate(id, new Requirement.Judged(question, Scope.SERVICE, null, Set.of()));
  }

  private static Gate gate(String id, Requirement requirement) {
    return new Gate(
        id, null, null, Set.of(), true, "risk", "remedy", "a day", List.of(requirement));
  }

  private static Requirement restore() {
    return new Requirement.Entry(
        EvidenceType.BACKUP,
        Map.of(MatchField.OPERATION, Set.of("RESTORE")),
        null,
        new Freshness.Newest(Duration.ofDays(60)),
        Scope.SERVICE,
        false,
        Each.DATASET,
        null,
        Set.of());
  }

  private static Requirement scan(String check, @Nullable String bound, int days, Scope scope) {
    return new Requirement.Entry(
        EvidenceType.SCAN,
        Map.of(MatchField.CHECK, Set.of(check)),
        bound,
        new Freshness.Newest(Duration.ofDays(days)),
        scope,
        true,
        Each.TARGET,
        null,
        Set.of());
  }
}
