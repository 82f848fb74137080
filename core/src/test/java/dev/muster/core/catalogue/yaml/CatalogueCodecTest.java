package dev.muster.core.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.PublicPage;
import dev.muster.core.catalogue.Question;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Each;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.Judged;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.SourceRule;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.Strategy;
import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Indicator.Query;
import dev.muster.core.slo.Slo;
import dev.muster.core.slo.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueCodecTest {
  private static final List<Slo> SLOS =
      List.of(
          new Slo(
              "checkout-availability",
              "A checkout succeeds",
              "availability",
              new BigDecimal("0.9990"),
              Duration.ofDays(28),
              new Budgeting.Occurrences(),
              List.of(
                  BurnRule.BUILT_IN.get(0),
                  new BurnRule(
                      Tier.TICKET,
                      new BigDecimal("0.2"),
                      Duration.ofDays(5),
                      Duration.ofHours(12),
                      true)),
              5,
              Duration.ofMinutes(5),
              new Indicator.Ratio(
                  new Query("prom", "Prometheus", Map.of("query", "bad")),
                  true,
                  new Query(null, "Prometheus", Map.of("query", "all")),
                  true)),
          new Slo(
              "minutes",
              null,
              null,
              new BigDecimal("0.95"),
              Duration.ofDays(7),
              new Budgeting.Timeslices(new BigDecimal("0.9"), Duration.ofMinutes(10)),
              List.of(),
              2,
              Duration.ofMinutes(1),
              new Indicator.Raw(new Query(null, "Any", Map.of("query", "ratio")), true)),
          new Slo(
              "posted",
              null,
              null,
              new BigDecimal("0.9"),
              Duration.ofDays(40),
              new Budgeting.Occurrences(),
              BurnRule.BUILT_IN,
              2,
              Duration.ofMinutes(1),
              null));

  private static final Service ORDERS =
      new Service(
              "orders",
              "Takes orders",
              "team-checkout",
              "shop",
              1,
              Set.of("zoe@example.org", "ann@example.org"),
              Lifecycle.PRODUCTION,
              LocalDate.parse("2027-01-15"),
              Set.of("public", "data", "calls-out"),
              new Rotation(
                  "checkout",
                  "team-checkout",
                  ZoneId.of("Europe/Berlin"),
                  "pagerduty/eu",
                  new Rotation.Hours(
                      new Rotation.Span(LocalTime.of(22, 0), LocalTime.of(7, 30)),
                      new Rotation.Span(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                  List.of(new Rotation.Layer("west", ZoneId.of("America/Lima")))),
              List.of(
                  new StandardUse("six-pillars", "ab12", "full", LocalDate.parse("2026-12-01"))),
              Map.of("staging", List.of("stage"), "production", List.of("prod-eu", "prod-us")),
              List.of("main"),
              400.0,
              Strategy.ROLLING,
              List.of(
                  new Dataset(
                      "orders-db",
                      "postgres",
                      Duration.ofHours(24),
                      Duration.ofHours(2),
                      "eu-west-1",
                      Duration.ofDays(30))),
              Map.of("secret-scan", List.of("acme/orders")),
              List.of("payments"),
              SLOS,
              List.of(new SourceRule("alertmanager", Map.of("labels.service", "orders"))),
              new PublicPage(
                  "Checkout", "Shop", List.of("checkout-availability"), PublicPage.Publish.APPROVE))
          .confirming(List.of("search", "billing"));

  @Test
  void aServiceHasOneFormOnly() {
    String document = CatalogueCodec.write(ORDERS);

    assertThat(document)
        .isEqualTo(
            """
            {"approvers":["ann@example.org","zoe@example.org"],"branches":["main"],\
            "confirmedBy":["payments"],"confirms":["billing","search"],"datasets":[{"kind":"postgres","name":"orders-db",\
            "region":"eu-west-1","retention":"PT720H","rpo":"PT24H","rto":"PT2H"}],\
            "deploy":{"strategy":"ROLLING"},"description":"Takes orders",\
            "environments":{"production":["prod-eu","prod-us"],"staging":["stage"]},\
            "launch":"2027-01-15","lifecycle":"PRODUCTION","name":"orders",\
            "owner":"team-checkout","partOf":"shop","peakPerSecond":400,\
            "public":{"component":"Checkout","group":"Shop","publish":"APPROVE",\
            "slos":["checkout-availability"]},"rotation":{"hours":{"business":"09:00-17:00",\
            "sleep":"22:00-07:30"},"layers":[{"name":"west","zone":"America/Lima"}],\
            "name":"checkout","pagesFrom":"pagerduty/eu","team":"team-checkout",\
            "zone":"Europe/Berlin"},\
            "slos":[{"description":"A checkout succeeds",\
            "indicator":{"bad":{"source":"prom","spec":{"query":"bad"},"type":"Prometheus"},\
            "counter":true,"total":{"spec":{"query":"all"},"type":"Prometheus"}},\
            "kind":"availability","minFailures":5,"name":"checkout-availability",\
            "period":"PT672H","rules":[{"long":"PT1H","share":0.02,"short":"PT5M",\
            "tier":"PAGE"},{"long":"PT120H","shadow":true,"share":0.2,"short":"PT12H",\
            "tier":"TICKET"}],"sampleInterval":"PT5M","target":0.999},\
            {"indicator":{"success":{"spec":{"query":"ratio"},"type":"Any"}},"minFailures":2,\
            "name":"minutes","period":"PT168H","sampleInterval":"PT1M","target":0.95,\
            "timeslices":{"slice":"PT10M","target":0.9}},\
            {"minFailures":2,"name":"posted","period":"PT960H",\
            "rules":[{"long":"PT1H","share":0.02,"short":"PT5M","tier":"PAGE"},\
            {"long":"PT6H","share":0.05,"short":"PT30M","tier":"PAGE"},\
            {"long":"PT24H","share":0.1,"short":"PT2H","tier":"TICKET"},\
            {"long":"PT72H","share":0.1,"short":"PT6H","tier":"TICKET"}],\
            "sampleInterval":"PT1M","target":0.9}],\
            "sources":[{"labels.service":"orders","tool":"alertmanager"}],\
            "standards":[{"from":"2026-12-01","hash":"ab12","id":"six-pillars","level":"full"}],\
            "targets":{"secret-scan":["acme/orders"]},"tier":1,\
            "traits":["calls-out","data","public"]}""");
  }

  @Test
  void aServiceReadsBackAsItWas() {
    assertThat(CatalogueCodec.readService(CatalogueCodec.write(ORDERS))).isEqualTo(ORDERS);
  }

  @Test
  void theBarestServiceReadsBackAsItWas() {
    Service bare =
        new Service(
            "a",
            null,
            "t",
            null,
            4,
            Set.of(),
            Lifecycle.RETIRED,
            null,
            Set.of(),
            null,
            List.of(),
            Map.of(),
            List.of(),
            null,
            null,
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            null);

    String document = CatalogueCodec.write(bare);

    assertThat(document)
        .isEqualTo(
            """
            {"branches":["main","master"],"lifecycle":"RETIRED","name":"a","owner":"t","tier":4}""");
    assertThat(CatalogueCodec.readService(document)).isEqualTo(bare);
  }

  @Test
  void aStandardReadsBackAsItWas() {
    Standard standard =
        new Standard(
            "house",
            "House rules",
            List.of("first", "full"),
            true,
            List.of(
                new Gate(
                    "everything",
                    "reliability",
                    "full",
                    Set.of("data"),
                    false,
                    "costs",
                    "do",
                    "a day",
                    List.of(
                        entry(
                            EvidenceType.SCAN,
                            Map.of(MatchField.CHECK, Set.of("metrics")),
                            "values.tests >= 1",
                            new Freshness.Newest(Duration.ofDays(100)),
                            Each.DATABASE),
                        entry(
                            EvidenceType.BACKUP,
                            Map.of(MatchField.OPERATION, Set.of("BACKUP", "COPY")),
                            null,
                            new Freshness.WithinRpo(2),
                            Each.DATASET),
                        new AnyOf(
                            List.of(
                                List.of(
                                    entry(
                                        EvidenceType.DEPLOY,
                                        Map.of(MatchField.TRIGGER, Set.of("MANUAL")),
                                        null,
                                        new Freshness.NoneWithin(Duration.ofDays(1)),
                                        Each.SERVICE),
                                    judged(new Question.WeekClosed(Duration.ofDays(10)))),
                                List.of(
                                    judged(
                                        new Question.PagesAnswered(
                                            Duration.ofDays(30), Duration.ofMinutes(15), 0.9)),
                                    judged(new Question.PagesPerWeek(2.0, 4)),
                                    judged(new Question.ProposalsAnswered(Duration.ofDays(14))),
                                    judged(new Question.EverySloPages(Duration.ofDays(1))),
                                    judged(
                                        new Question.SloMeasured(
                                            "latency", 0.9, Duration.ofDays(1))))),
                            "first",
                            Set.of("web"))))));

    Standard read = CatalogueCodec.readStandard(CatalogueCodec.write(standard));

    assertThat(read).isEqualTo(standard);
  }

  @Test
  void checksReadBackAsTheyWere() {
    List<Check> checks =
        List.of(
            new Check(
                "rollback-drill",
                "Was a rollback tried?",
                Map.of("seconds", "s: how long", "commands", "count"),
                Check.Proof.PERSON,
                Scope.SYSTEM,
                true,
                List.of("It was done in production."),
                List.of("muster run"),
                "muster run --scan rollback-drill\n"));

    assertThat(CatalogueCodec.readChecks(CatalogueCodec.writeChecks(checks))).isEqualTo(checks);
  }

  @Test
  void somethingElseIsRefused() {
    assertThatThrownBy(() -> CatalogueCodec.readService("{\"name\":\"a\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("owner");
  }

  private static Entry entry(
      EvidenceType type,
      Map<MatchField, Set<String>> match,
      @org.jspecify.annotations.Nullable String must,
      Freshness freshness,
      Each each) {
    return new Entry(
        type, match, must, freshness, Scope.SYSTEM, true, each, "full", Set.of("auth"));
  }

  private static Requirement.Single judged(Question question) {
    return new Judged(question, Scope.ROTATION, null, Set.of());
  }
}
