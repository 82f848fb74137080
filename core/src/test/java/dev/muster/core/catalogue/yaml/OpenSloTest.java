package dev.muster.core.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.yaml.CatalogueReader.Reading;
import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Indicator.Query;
import dev.muster.core.slo.Slo;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Documents in the forms of OpenSLO's own examples: read, or refused with what to do instead. */
class OpenSloTest {
  private static final String ROLLING = "a rolling window of 7 to 40 days such as 30d or 4w, got ";
  private static final String NOT_YET =
      "; others are not judged yet; write {duration: 30d, isRolling: true}";
  private static final String COUNT =
      "; thresholds are not judged yet; count what is on the good side of it (for latency, the"
          + " histogram's bucket) as good, all as total";
  private static final String COMPOSITE =
      "expected objectives on the SLO's one indicator, got a composite SLO; composites are not"
          + " judged yet; write an SLO for each indicator";

  @Test
  void anIndicatorInlineCountsWithWhatItsDataSourceIs() {
    Slo slo = only("inline-counters.yaml", "orders");

    assertThat(slo)
        .isEqualTo(
            new Slo(
                "orders-answered",
                "Orders are answered",
                null,
                new BigDecimal("0.98"),
                Duration.ofDays(30),
                new Budgeting.Occurrences(),
                BurnRule.BUILT_IN,
                2,
                Duration.ofMinutes(1),
                new Indicator.Ratio(
                    new Query(
                        "metrics",
                        "Datadog",
                        Map.of("query", "sum:orders.answers{code:200}.as_count()")),
                    false,
                    new Query(
                        "metrics",
                        "Datadog",
                        Map.of(
                            "query",
                            "sum:orders.answers{*}.as_count()",
                            "windows[0].of",
                            "1m",
                            "windows[1]",
                            "5m")),
                    true)));
    assertThat(CatalogueCodec.write(services("inline-counters.yaml").get(0)))
        .as("what connects to a source is not kept")
        .doesNotContain("made-up");
  }

  @Test
  void allKindsStandInOneFile() {
    Slo slo = only("all-kinds.yaml", "orders");

    assertThat(slo.target()).isEqualTo(new BigDecimal("0.9995"));
    assertThat(slo.period()).isEqualTo(Duration.ofDays(28));
    assertThat(slo.indicator())
        .isEqualTo(
            new Indicator.Ratio(
                new Query("prom", "Prometheus", Map.of("query", "slow")),
                true,
                new Query("prom", "Prometheus", Map.of("query", "all")),
                false));
    assertThat(notes("all-kinds.yaml"))
        .containsExactly(
            "a.yaml:18: SLO quick: no tier ticket 10% 72h/6h, its factor of 0.933 is"
                + " below 1, which leaves budget after 28d; alertPolicies are not used, Muster"
                + " derives alerts from the SLO",
            "a.yaml:36: not used: AlertPolicy Burning; Muster derives alerts from the SLO",
            "a.yaml:44: not used: AlertCondition fast-burn; Muster derives alerts from the SLO",
            "a.yaml:51: not used: AlertNotificationTarget OnCallMail; Muster derives alerts from"
                + " the SLO");
  }

  @Test
  void aRawShareIsOfGoodEventsOrOfBadOnes() {
    assertThat(service("raw.yaml", "search").slos())
        .extracting(Slo::indicator)
        .containsExactly(
            new Indicator.Raw(
                new Query(null, "Prometheus", Map.of("query", "search:found:ratio")), true),
            new Indicator.Raw(
                new Query(null, "Prometheus", Map.of("query", "search:lost:ratio")), false));
  }

  @Test
  void eachOfSeveralObjectivesIsAnSloOfItsOwn() {
    List<Slo> slos = service("two-objectives.yaml", "orders").slos();

    assertThat(slos).extracting(Slo::name).containsExactly("uptime-our-own-goal", "uptime-sla");
    assertThat(slos)
        .extracting(Slo::budgeting)
        .containsExactly(
            new Budgeting.Timeslices(new BigDecimal("0.99"), Duration.ofMinutes(1)),
            new Budgeting.Timeslices(new BigDecimal("0.99"), Duration.ofMinutes(5)));
    assertThat(slos).extracting(Slo::indicator).doesNotContainNull();
  }

  @Test
  void aPageThatNamesAnSloShowsEachOfItsObjectives() {
    String page = "spec: {owner: team-a, tier: 1, public: {component: Shop, slos: [uptime]}}";
    String people = text("people.yaml").replaceFirst("spec: \\{owner: team-a, tier: 1}", page);

    Reading reading =
        CatalogueReader.read(
            new TreeMap<>(Map.of("a.yaml", text("two-objectives.yaml"), "p.yaml", people)));

    Service orders = ((Reading.Valid) reading).catalogue().services().get(0);
    assertThat(Objects.requireNonNull(orders.publicPage()).slos())
        .containsExactly("uptime-our-own-goal", "uptime-sla");
  }

  @TestFactory
  List<DynamicTest> whatCannotBeJudgedIsRefusedWithWhatToDo() {
    Map<String, List<String>> refusals =
        Map.of(
            "threshold.yaml",
            List.of(
                "a.yaml:10:7: spec.indicator.spec.thresholdMetric: expected a ratioMetric, got a"
                    + " thresholdMetric"
                    + COUNT,
                "a.yaml:32:39: spec.indicatorRef: expected a ratioMetric, got a thresholdMetric in"
                    + " latency"
                    + COUNT),
            "ratio-timeslices.yaml",
            List.of(
                "a.yaml:14:20: spec.budgetingMethod: expected Occurrences or Timeslices, got"
                    + " \"RatioTimeslices\"; RatioTimeslices is not judged yet; choose one of the"
                    + " two"),
            "calendar.yaml",
            List.of(
                "a.yaml:9:7: spec.timeWindow[0].calendar: expected "
                    + ROLLING
                    + "one of the calendar"
                    + NOT_YET,
                "a.yaml:20:31: spec.timeWindow[0].isRolling: expected "
                    + ROLLING
                    + "one of the calendar"
                    + NOT_YET,
                "a.yaml:28:27: spec.timeWindow[0].duration: expected "
                    + ROLLING
                    + "\"1M\"; months, quarters and years are not equally long; write 30d",
                "a.yaml:36:27: spec.timeWindow[0].duration: expected "
                    + ROLLING
                    + "\"60d\""
                    + NOT_YET),
            "composite.yaml",
            List.of(
                "a.yaml:9:24: spec.objectives[0].compositeWeight: " + COMPOSITE,
                "a.yaml:10:18: spec.objectives[0].indicator: " + COMPOSITE,
                "a.yaml:13:21: spec.objectives[1].indicatorRef: " + COMPOSITE));
    return refusals.entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(),
                    () ->
                        assertThat(mistakes(one.getKey()))
                            .containsExactlyElementsOf(one.getValue())))
        .toList();
  }

  private static Slo only(String file, String service) {
    List<Slo> slos = service(file, service).slos();
    assertThat(slos).hasSize(1);
    return slos.get(0);
  }

  private static Service service(String file, String name) {
    return services(file).stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Service> services(String file) {
    Reading reading = reading(file);
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    Catalogue catalogue = ((Reading.Valid) reading).catalogue();
    assertThat(catalogue.services())
        .allSatisfy(
            service ->
                assertThat(CatalogueCodec.readService(CatalogueCodec.write(service)))
                    .isEqualTo(service));
    return catalogue.services();
  }

  private static List<String> notes(String file) {
    return ((Reading.Valid) reading(file)).notes().stream().map(Note::toString).toList();
  }

  private static List<String> mistakes(String file) {
    return ((Reading.Invalid) reading(file)).mistakes().stream().map(Mistake::toString).toList();
  }

  private static Reading reading(String file) {
    return CatalogueReader.read(
        new TreeMap<>(Map.of("a.yaml", text(file), "people.yaml", text("people.yaml"))));
  }

  private static String text(String file) {
    try (InputStream in = OpenSloTest.class.getResourceAsStream("/openslo/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
