package dev.muster.core.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.yaml.CatalogueReader.Reading;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Slo;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each line of an SLO that is wrong is told with its place; each that is right has its effect. */
class SloMistakesTest {
  private static final String PEOPLE =
      """
      apiVersion: muster/v1
      kind: Team
      metadata: {name: team-a}
      spec: {zone: UTC}
      ---
      apiVersion: muster/v1
      kind: Service
      metadata: {name: orders}
      spec: {owner: team-a, tier: 1}
      """;

  /** Line 7 holds one annotation, line 12 the one objective. */
  private static final String SLO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata:
        name: quick
        annotations:
          acme.example/tiers: not ours
          %s
      spec:
        service: orders
        timeWindow: [{duration: %s}]
        objectives:
          - %s
      """;

  private static final String GOOD = "{target: 0.999}";

  private record Case(String given, String said) {}

  @TestFactory
  Stream<DynamicTest> annotationsAreRefusedAtTheirPlace() {
    String tiers = "metadata.annotations.muster.dev/tiers: expected ";
    String example = "; for instance page 2% 1h/5m; ticket 10% 72h/6h";
    return Stream.of(
            new Case(
                "muster.dev/teirs: none",
                "a.yaml:7:5: metadata.annotations.muster.dev/teirs: expected an annotation of Muster,"
                    + " got muster.dev/teirs; did you mean muster.dev/tiers?"),
            new Case(
                "muster.de/shadow: all",
                "a.yaml:7:5: metadata.annotations.muster.de/shadow: expected an annotation of Muster,"
                    + " got muster.de/shadow; did you mean muster.dev/shadow?"),
            new Case(
                "muster.dev/runbook: x",
                "a.yaml:7:5: metadata.annotations.muster.dev/runbook: expected an annotation of"
                    + " Muster, got muster.dev/runbook; known are muster.dev/kind,"
                    + " muster.dev/min-failures, muster.dev/sample-interval, muster.dev/shadow,"
                    + " muster.dev/tiers, muster.dev/tiers-off"),
            new Case(
                "muster.dev/kind: latancy",
                "a.yaml:7:22: metadata.annotations.muster.dev/kind: expected a kind of SLO:"
                    + " availability, correctness, coverage, durability, freshness, latency, quality,"
                    + " throughput, got \"latancy\"; did you mean latency?"),
            new Case(
                "muster.dev/tiers: page 2% 1h/5m; tiket 10% 72h/6h",
                "a.yaml:7:38: " + tiers + "page or ticket, got \"tiket\"" + example),
            new Case(
                "muster.dev/tiers: 'page 2 1h/5m'",
                "a.yaml:7:24: "
                    + tiers
                    + "page 2% 1h/5m; ticket 10% 72h/6h, got \"page\"; need 0 < share <= 1, got 2"),
            new Case(
                "muster.dev/tiers: page two 1h/5m",
                "a.yaml:7:28: "
                    + tiers
                    + "a share of the budget such as 2%, got \"two\""
                    + example),
            new Case(
                "muster.dev/tiers: page 2% 1h",
                "a.yaml:7:31: "
                    + tiers
                    + "a long and a short window such as 1h/5m, got \"1h\""
                    + example),
            new Case(
                "muster.dev/tiers: page 2% 5m/1h",
                "a.yaml:7:23: "
                    + tiers
                    + "page 2% 1h/5m; ticket 10% 72h/6h, got \"page\"; need PT1M <= short window <"
                    + " long window, got PT1H and PT5M"),
            new Case(
                "muster.dev/tiers: 'page 2%, ticket 10% 72h/6h'",
                "a.yaml:7:24: "
                    + tiers
                    + "page 2% 1h/5m; ticket 10% 72h/6h, got \"page\"; a tier, its share of the"
                    + " budget, and its two windows"),
            new Case(
                "muster.dev/tiers: page 2% 1h/5m quiet",
                "a.yaml:7:37: "
                    + tiers
                    + "shadow, or the end of the tier, got \"quiet\"; part tiers by ';'"),
            new Case(
                "muster.dev/tiers: page 2% 1h/5m; page 3% 60m/5m",
                "a.yaml:7:38: "
                    + tiers
                    + "each pair of windows once for a tier, got \"page\"; keep one"),
            new Case(
                "muster.dev/tiers: ticket 2% 24h/2h",
                "a.yaml:7:23: "
                    + tiers
                    + "a tier that can hold and says something, got ticket 2% 24h/2h; its factor of"
                    + " 0.6 is below 1, which leaves budget after 30d"),
            new Case(
                "muster.dev/tiers: page 100% 5m/1m",
                "a.yaml:7:23: "
                    + tiers
                    + "a tier that can hold and says something, got page 100% 5m/1m; its factor of"
                    + " 8640 times 0.001 is 8.64, and no share of bad events is above 1"),
            new Case(
                "muster.dev/shadow: pages",
                "a.yaml:7:24: metadata.annotations.muster.dev/shadow: expected some of all, page, 1h,"
                    + " 6h, ticket, 24h, 72h, got \"pages\""),
            new Case(
                "muster.dev/tiers-off: 3d",
                "a.yaml:7:27: metadata.annotations.muster.dev/tiers-off: expected some of page, 1h,"
                    + " 6h, ticket, 24h, 72h, got \"3d\""),
            new Case(
                "muster.dev/min-failures: 0",
                "a.yaml:7:30: metadata.annotations.muster.dev/min-failures: expected a whole number"
                    + " of at least 1, got \"0\""),
            new Case(
                "muster.dev/sample-interval: 2h",
                "a.yaml:7:33: metadata.annotations.muster.dev/sample-interval: expected whole"
                    + " minutes, 1m to 60m, got \"2h\""))
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.given(),
                    () ->
                        assertThat(mistakes(SLO.formatted(one.given(), "30d", GOOD)))
                            .containsExactly(one.said())));
  }

  @TestFactory
  Stream<DynamicTest> objectivesAreRefusedAtTheirPlace() {
    String share = "a share above 0 and below 1 such as 0.999, got ";
    return Stream.of(
            new Case(
                "{target: 1.0}",
                "a.yaml:12:16: spec.objectives[0].target: expected "
                    + share
                    + "\"1.0\"; a target of all leaves no budget that could burn"),
            new Case(
                "{target: 99.9}",
                "a.yaml:12:16: spec.objectives[0].target: expected "
                    + share
                    + "\"99.9\"; a percentage stands in targetPercent"),
            new Case(
                "{target: 0}",
                "a.yaml:12:16: spec.objectives[0].target: expected " + share + "\"0\""),
            new Case(
                "{target: most}",
                "a.yaml:12:16: spec.objectives[0].target: expected " + share + "\"most\""),
            new Case(
                "{target: 0.12345678}",
                "a.yaml:12:16: spec.objectives[0].target: expected at most 7 decimals, got"
                    + " \"0.12345678\""),
            new Case(
                "{targetPercent: 100}",
                "a.yaml:12:23: spec.objectives[0].targetPercent: expected a percentage above 0 and"
                    + " below 100 such as 99.9, got \"100\"; a target of all leaves no budget that"
                    + " could burn"),
            new Case(
                "{target: 0.9, targetPercent: 90}",
                "a.yaml:12:36: spec.objectives[0].targetPercent: expected target or targetPercent,"
                    + " got both; keep one of them"),
            new Case(
                "{displayName: x}",
                "a.yaml:12:7: spec.objectives[0].target: expected a value, got nothing; add the field"
                    + " target"),
            new Case(
                "{tagret: 0.9, target: 0.99}",
                "a.yaml:12:8: spec.objectives[0].tagret: expected a known field, got tagret; did you"
                    + " mean target?"))
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.given(),
                    () ->
                        assertThat(mistakes(SLO.formatted("a: b", "30d", one.given())))
                            .containsExactly(one.said())));
  }

  @Test
  void slicesNeedTheirTargetAndAWindowThatDividesAnHour() {
    String slo =
        """
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: quick}
        spec:
          service: orders
          budgetingMethod: Timeslices
          objectives:
            - %s
        """;

    assertThat(mistakes(slo.formatted("{target: 0.9}")))
        .containsExactly(
            "a.yaml:8:7: spec.objectives[0].timeSliceTarget: expected a value, got nothing; add the"
                + " field timeSliceTarget",
            "a.yaml:8:7: spec.objectives[0].timeSliceWindow: expected a value, got nothing; add the"
                + " field timeSliceWindow");
    assertThat(mistakes(slo.formatted("{target: 0.9, timeSliceTarget: 1.5, timeSliceWindow: 1m}")))
        .containsExactly(
            "a.yaml:8:38: spec.objectives[0].timeSliceTarget: expected a share above 0, up to 1, got"
                + " \"1.5\"");
    assertThat(mistakes(slo.formatted("{target: 0.9, timeSliceTarget: 1, timeSliceWindow: 2h}")))
        .containsExactly(
            "a.yaml:8:58: spec.objectives[0].timeSliceWindow: expected whole minutes that divide an"
                + " hour, got \"2h\"; other slices are not judged yet; write 1m, 5m or 1h");
  }

  @Test
  void severalObjectivesNeedNames() {
    String slo = SLO.formatted("a: b", "30d", "{target: 0.9}") + "    - {target: 0.8}\n";

    assertThat(mistakes(slo))
        .containsExactly(
            "a.yaml:12:7: spec.objectives[0].displayName: expected a value, got nothing; add the"
                + " field displayName",
            "a.yaml:13:7: spec.objectives[1].displayName: expected a value, got nothing; add the"
                + " field displayName");
  }

  @Test
  void anAnnotationHasNoEffectButOnAnSlo() {
    String sli =
        """
        apiVersion: openslo/v1
        kind: SLI
        metadata: {name: x, annotations: {muster.dev/kind: latency}}
        spec: {ratioMetric: {raw: {metricSource: {type: P, spec: {token: x}}}}}
        """;

    assertThat(mistakes(sli))
        .containsExactly(
            "a.yaml:3:35: metadata.annotations.muster.dev/kind: expected no annotation of Muster on"
                + " an SLI, got muster.dev/kind; write it on the SLO",
            "a.yaml:4:21: spec.ratioMetric.rawType: expected a value, got nothing; add the field"
                + " rawType",
            "a.yaml:4:59: spec.ratioMetric.raw.metricSource.spec.token: expected no secret in a"
                + " catalogue, got token; what is applied is kept for ever; leave it out");
  }

  @Test
  void tiersOfATeamStandInPlaceOfTheBuiltInOnes() {
    Slo slo = slo("muster.dev/tiers: ticket 0.1 72h/6h, page 5% 2h/10m shadow", "30d");

    assertThat(slo.rules())
        .extracting(BurnRule::toString)
        .containsExactly("page 5% 2h/10m shadow", "ticket 10% 72h/6h");
    assertThat(slo("muster.dev/tiers: none", "30d").rules()).isEmpty();
  }

  @Test
  void builtInTiersCanBeOffOrShadow() {
    assertThat(slo("muster.dev/tiers-off: ticket 6h", "30d").rules())
        .extracting(BurnRule::toString)
        .containsExactly("page 2% 1h/5m");
    assertThat(slo("muster.dev/shadow: page, 72h", "30d").rules())
        .extracting(BurnRule::shadow)
        .containsExactly(true, true, false, true);
    assertThat(slo("muster.dev/shadow: all", "30d").pages()).isFalse();
  }

  @Test
  void theOtherAnnotationsHaveTheirEffect() {
    assertThat(slo("muster.dev/min-failures: '5'", "30d").minFailures()).isEqualTo(5);
    assertThat(slo("muster.dev/sample-interval: 5m", "30d").sampleInterval())
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(slo("muster.dev/kind: latency", "30d").kind()).isEqualTo("latency");
    assertThat(slo("a: b", "2w").period()).isEqualTo(Duration.ofDays(14));
    assertThat(slo("a: b", "720h").period()).isEqualTo(Duration.ofDays(30));
    assertThat(slo("a: b", "30d").target()).isEqualTo(new BigDecimal("0.999"));
  }

  @Test
  void aBuiltInTierThatCannotMeanAnythingIsLeftOutAndSaidWithItsNumbers() {
    Reading.Valid low = valid(SLO.formatted("a: b", "14d", "{target: 0.5}"));
    Reading.Valid one = valid(SLO.formatted("muster.dev/min-failures: 1", "30d", GOOD));

    assertThat(low.notes())
        .extracting(Note::toString)
        .containsExactly(
            "a.yaml:4: SLO quick: no tier page 2% 1h/5m, its factor of 6.72 times 0.5 is 3.36, and no"
                + " share of bad events is above 1; no tier page 5% 6h/30m, its factor of 2.8 times"
                + " 0.5 is 1.4, and no share of bad events is above 1; no tier ticket 10% 72h/6h, its"
                + " factor of 0.467 is below 1, which leaves budget after 14d");
    assertThat(low.catalogue().services().get(0).slos().get(0).rules())
        .extracting(BurnRule::toString)
        .containsExactly("ticket 10% 24h/2h");
    assertThat(one.notes())
        .extracting(Note::toString)
        .containsExactly(
            "a.yaml:4: SLO quick: min-failures is 1, so one failure holds page 2% 1h/5m in up to 69"
                + " events");
  }

  @Test
  void theOneObjectiveCanHaveTheIndicatorItself() {
    String raw = "{ratioMetric: {rawType: success, raw: {metricSource: {type: P, spec: {q: a}}}}}";
    String objective = "{target: 0.9, indicator: {spec: %s}}".formatted(raw);

    assertThat(valid(SLO.formatted("a: b", "30d", objective)).catalogue().services().get(0).slos())
        .extracting(Slo::indicator)
        .containsExactly(new Indicator.Raw(new Indicator.Query(null, "P", Map.of("q", "a")), true));
  }

  @Test
  void theReadmeSaysWhatEditorsShow() throws IOException {
    List<String> rows =
        Files.readString(Path.of("README.md"))
            .lines()
            .filter(line -> line.startsWith("| `" + SloAnnotations.PREFIX))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            SloAnnotations.ALL.entrySet().stream()
                .map(one -> "| `%s` | %s |".formatted(one.getKey(), one.getValue()))
                .toList());
  }

  private static Slo slo(String annotation, String period) {
    return valid(SLO.formatted(annotation, period, GOOD))
        .catalogue()
        .services()
        .get(0)
        .slos()
        .get(0);
  }

  private static Reading.Valid valid(String yaml) {
    Reading reading = read(yaml);
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return (Reading.Valid) reading;
  }

  private static List<String> mistakes(String yaml) {
    Reading reading = read(yaml);
    assertThat(reading).isInstanceOf(Reading.Invalid.class);
    return ((Reading.Invalid) reading).mistakes().stream().map(Mistake::toString).toList();
  }

  private static Reading read(String yaml) {
    return CatalogueReader.read(new TreeMap<>(Map.of("a.yaml", yaml, "people.yaml", PEOPLE)));
  }
}
