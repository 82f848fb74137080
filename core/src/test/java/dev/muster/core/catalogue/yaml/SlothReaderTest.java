package dev.muster.core.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.yaml.SlothReader.Reading;
import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Slo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlothReaderTest {
  private static final String OWN =
      """
      version: "prometheus/v1"
      service: "Shop"
      labels: {owner: checkout, generated: true}
      slo_plugins: {chain: [{id: acme/twist}]}
      slos:
        - name: "answers"
          objective: 99.95
          description: "Answers: that's what people want."
          labels: {category: availability}
          sli:
            events:
              error_query: |
                sum(rate(answers_total{code=~"5..", rate="sum("}[{{.window}}]))
              total_query: sum by (job) (rate(answers_total[{{ .window }}]))
          alerting:
            name: ShopAnswers
            labels: {team: a}
            annotations: {runbook: https://run.example/answers}
            page_alert: {labels: {severity: critical}}
            ticket_alert: {disable: true}
          surplus: 1
      """;

  private static final String RESOURCE =
      """
      apiVersion: v1
      kind: List
      items:
        - apiVersion: sloth.slok.dev/v1
          kind: PrometheusServiceLevel
          metadata: {name: x, namespace: monitoring}
          spec:
            service: wifi
            slos:
              - name: wifi-happy
                objective: 95
                sli:
                  raw: {errorRatioQuery: "1 - avg(happy[{{.window}}])"}
                alerting: {pageAlert: {disable: true}, ticketAlert: {disable: true}}
              - name: plugged
                objective: 95
                sli: {plugin: {id: acme/sli}}
        - apiVersion: sloth.slok.dev/v1
          kind: AlertWindows
          spec: {sloPeriod: 7d}
      """;

  private static final String ALPHA =
      """
      apiVersion: openslo/v1alpha
      kind: SLO
      metadata: {name: quick, displayName: Quick}
      spec:
        service: shop
        budgetingMethod: Occurrences
        objectives:
          - target: 0.99
            ratioMetrics:
              good: {source: prometheus, queryType: promql, query: 'sum(rate(b{le="1"}[{{.window}}]))'}
              total: {source: prometheus, queryType: promql, query: 'sum(rate(c[{{.window}}]))'}
          - target: 0.999
            ratioMetrics:
              good: {source: prometheus, queryType: promql, query: 'sum(rate(b{le="5"}[{{.window}}]))'}
              total: {source: prometheus, queryType: promql, query: 'sum(rate(c[{{.window}}]))'}
        timeWindows: [{count: 28, unit: Day}]
      """;

  @Test
  void percentsAreSharesAndErrorsAreBadEvents() {
    SlothSlo slo = read(OWN).slos().get(0);

    assertThat(slo.name()).isEqualTo("shop-answers");
    assertThat(slo.target()).isEqualTo(new BigDecimal("0.9995"));
    assertThat(slo.indicator())
        .isEqualTo(
            new Indicator.Ratio(
                SlothSpec.query("sum(increase(answers_total{code=~\"5..\", rate=\"sum(\"}[1m]))"),
                true,
                SlothSpec.query("sum by (job) (increase(answers_total[1m]))"),
                false));
  }

  @Test
  void whatBecameOfItIsSaid() {
    SlothSlo slo = read(OWN).slos().get(0);

    assertThat(slo.remarks().taken())
        .containsExactly(
            "target 0.9995, from objective 99.95",
            "bad events of all, from error_query and total_query",
            "ticket tiers off, as their alerts are disabled",
            "labels category, generated, owner and annotations runbook, for people; Muster does not"
                + " use them");
    assertThat(slo.remarks().guessed())
        .containsExactly(
            "[{{.window}}] is [1m] and rate() is increase(): Muster counts each minute's events and"
                + " makes the windows itself; it needs two scrapes a minute",
            "period 30d; Sloth is told it by --default-slo-period, whose default that is",
            "kind availability, from category",
            "service shop for Shop");
    assertThat(slo.remarks().leftOut())
        .containsExactly(
            "slo_plugins: only Sloth can run them; see that the SLO means the same without",
            "alert name ShopAnswers: the alert is the SLO's",
            "alert labels team, page.severity: an SLO does not say whom to tell",
            "surplus, which Sloth does not know");
  }

  @Test
  void aSharesQueryIsAFailureRatioAndWhatOnlySlothCanRunIsLeftOut() {
    Reading.Read read = read(RESOURCE);

    assertThat(read.slos()).extracting(SlothSlo::name).containsExactly("wifi-happy");
    SlothSlo slo = read.slos().get(0);
    assertThat(slo.indicator())
        .isEqualTo(new Indicator.Raw(SlothSpec.query("1 - avg(happy[1m])"), false));
    assertThat(slo.muster()).isEqualTo(Map.of("muster.dev/tiers-off", "page ticket"));
    assertThat(read.leftOut())
        .extracting(Note::toString)
        .containsExactly(
            "a.yaml:17: the SLO of plugin acme/sli, which only Sloth can run; write the query that"
                + " it makes",
            "a.yaml:18: AlertWindows; write what differs as muster.dev/tiers");
  }

  @Test
  void itsOpenSloCountsGoodEventsAndCallsNobodyAsBefore() {
    List<SlothSlo> slos = read(ALPHA).slos();

    assertThat(slos).extracting(SlothSlo::name).containsExactly("shop-quick-0", "shop-quick-1");
    assertThat(slos)
        .extracting(SlothSlo::target)
        .containsExactly(new BigDecimal("0.99"), new BigDecimal("0.999"));
    assertThat(slos)
        .allSatisfy(
            slo -> {
              assertThat(slo.indicator()).isInstanceOf(Indicator.Ratio.class);
              assertThat(((Indicator.Ratio) slo.indicator()).bad()).isFalse();
              assertThat(slo.period().toDays()).isEqualTo(28);
              assertThat(slo.muster()).isEqualTo(Map.of("muster.dev/shadow", "all"));
            });
  }

  @Test
  void whatIsWrittenIsReadAsItWas() {
    for (String sloth : List.of(OWN, RESOURCE, ALPHA)) {
      for (SlothSlo imported : read(sloth).slos()) {
        String house =
            """
            apiVersion: muster/v1
            kind: Team
            metadata: {name: team-a}
            spec: {zone: UTC}
            ---
            apiVersion: muster/v1
            kind: Service
            metadata: {name: %s}
            spec: {owner: team-a, tier: 1}
            """
                .formatted(imported.service());

        CatalogueReader.Reading reading =
            CatalogueReader.read(
                new TreeMap<>(Map.of("house.yaml", house, "slo.yaml", imported.document())));

        assertThat(reading).isInstanceOf(CatalogueReader.Reading.Valid.class);
        Slo slo =
            ((CatalogueReader.Reading.Valid) reading).catalogue().services().get(0).slos().get(0);
        assertThat(slo.name()).isEqualTo(imported.name());
        assertThat(slo.description()).isEqualTo(imported.description());
        assertThat(slo.target()).isEqualTo(imported.target());
        assertThat(slo.period()).isEqualTo(imported.period());
        assertThat(slo.indicator()).isEqualTo(imported.indicator());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(rate(a[{{.window}}]))                              | sum(increase(a[1m]))",
        "sum(rate(a[{{.window}}])) - sum(rate(b[{{.window}}]))  | sum(increase(a[1m])) -"
            + " sum(increase(b[1m]))",
        "sum(rate(a[{{.window}}])) > 2                          | sum(rate(a[1m])) > 2",
        "sum(rate(a[{{.window}}])) + 2                          | sum(rate(a[1m])) + 2",
        "sum(rate(a[{{.window}}])) + sum(b)                     | sum(rate(a[1m])) + sum(b)",
        "sum(rate(a[{{.window}}])) OR on() vector(0)            | sum(rate(a[1m])) OR on() vector(0)",
        "sum_over_time(count(a < 0.5)[{{.window}}:])            | sum_over_time(count(a <"
            + " 0.5)[1m:])",
        "1 - histogram_share(0.2, rate(a[{{.window}}]))         | 1 - histogram_share(0.2,"
            + " rate(a[1m]))"
      })
  void ratesBecomeCountsWhereTheirRatioStaysTheSame(String sloth, String ours) {
    assertThat(new SlothQuery(List.of(sloth)).ofOneMinute()).containsExactly(ours);
  }

  @Test
  void oneQueryThatCannotBeCountedLeavesTheOtherAsItIs() {
    assertThat(
            new SlothQuery(List.of("sum(rate(a[{{.window}}]))", "sum(rate(a[{{.window}}])) > 0"))
                .ofOneMinute())
        .containsExactly("sum(rate(a[1m]))", "sum(rate(a[1m])) > 0");
  }

  @Test
  void mistakesHaveTheirPlace() {
    assertThat(mistakes(OWN.replace("99.95", "100")))
        .containsExactly(
            "a.yaml:7:16: slos[0].objective: expected a percentage above 0 and below 100, got"
                + " \"100\"; a target of all leaves no budget that could burn");
    assertThat(mistakes(OWN.replace("error_query", "errorQuery")))
        .containsExactly(
            "a.yaml:12:9: slos[0].sli.events.error_query: expected a value, got nothing; add the"
                + " field error_query");
    assertThat(mistakes(OWN.replace("prometheus/v1", "prometheus/v2")))
        .containsExactly(
            "a.yaml:1:10: version: expected one of prometheus/v1, got \"prometheus/v2\"; did you"
                + " mean prometheus/v1?");
    assertThat(mistakes(ALPHA.replace("count: 28", "count: 90")))
        .containsExactly(
            "a.yaml:16:25: spec.timeWindows[0].count: expected 7 to 40 days, got \"90\"; others are"
                + " not judged yet");
    assertThat(mistakes(ALPHA.replace("v1alpha", "v1")))
        .containsExactly(
            "a.yaml:1:1: expected version: prometheus/v1, or a PrometheusServiceLevel of"
                + " sloth.slok.dev/v1, or an SLO of openslo/v1alpha, got openslo/v1 SLO; Muster reads"
                + " OpenSLO v1 itself; put the file into your catalogue");
    assertThat(mistakes(OWN + "---\n" + OWN))
        .containsExactly(
            "a.yaml:28:5: expected each SLO once, got shop-answers; it stands in a.yaml:6 already");
  }

  private static Reading.Read read(String yaml) {
    Reading reading = SlothReader.read(new TreeMap<>(Map.of("a.yaml", yaml)));
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return Objects.requireNonNull((Reading.Read) reading);
  }

  private static List<String> mistakes(String yaml) {
    Reading reading = SlothReader.read(new TreeMap<>(Map.of("a.yaml", yaml)));
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).mistakes().stream().map(Mistake::toString).toList();
  }
}
