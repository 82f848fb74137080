package dev.muster.core.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueReader.Reading;
import dev.muster.core.slo.Slo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueReaderTest {
  private static final String PEOPLE =
      """
      apiVersion: muster/v1
      kind: Team
      metadata: {name: team-a}
      spec: {zone: UTC, members: [{email: zoe@example.org, roles: [approver], approvesTiers: [2]}]}
      ---
      apiVersion: muster/v1
      kind: Rotation
      metadata: {name: checkout}
      spec: {team: team-a, zone: Europe/Berlin}
      ---
      apiVersion: muster/v1
      kind: System
      metadata: {name: shop}
      spec: {owner: team-a, tier: 2, standards: [{id: six-pillars, level: first-release}]}
      """;

  private record Case(String sentence, String yaml, List<String> mistakes) {
    Case(String sentence, String yaml, String... mistakes) {
      this(sentence, yaml, List.of(mistakes));
    }
  }

  @TestFactory
  List<DynamicTest> everyMistakeHasItsPlace() {
    return List.of(
            new Case(
                "unknown fields and names, all in one pass",
                """
                apiVersion: muster/v1
                kind: Service
                metadata: {name: orders}
                spec:
                  ownr: team-a
                  tier: 7
                  partOf: shopp
                  rotation: chekout
                  traits: [public, date]
                  datasets:
                    - {name: db, kind: postgres, rpo: soon}
                    - {name: db, kind: files}
                  standards: [{id: seven-gate}, {id: six-pillars, level: first}]
                """,
                "a.yaml:5:3: spec.ownr: expected a known field, got ownr; did you mean owner?",
                "a.yaml:6:9: spec.tier: expected a tier of 1 (most critical) to 4, got \"7\"",
                "a.yaml:7:11: spec.partOf: expected the name of a system, got \"shopp\"; did you"
                    + " mean shop?",
                "a.yaml:8:13: spec.rotation: expected the name of a rotation, got \"chekout\"; did"
                    + " you mean checkout?",
                "a.yaml:9:20: spec.traits[1]: expected one of auth, calls-out, data, health,"
                    + " multi-service, payments, public, regulated, web, got \"date\"; did you mean"
                    + " data?",
                "a.yaml:11:39: spec.datasets[0].rpo: expected a span such as 60d, 12h, PT2H, weekly,"
                    + " monthly, quarterly, half-yearly or yearly, got \"soon\"",
                "a.yaml:12:14: spec.datasets[1].name: expected each dataset once, got db; give it"
                    + " another name",
                "a.yaml:13:20: spec.standards[0].id: expected the name of a standard, got"
                    + " \"seven-gate\"; did you mean seven-gates?",
                "a.yaml:13:58: spec.standards[1].level: expected a level of six-pillars:"
                    + " first-release, full, got \"first\""),
            new Case(
                "a field twice",
                """
                apiVersion: muster/v1
                kind: Service
                metadata: {name: orders}
                spec:
                  owner: team-a
                  tier: 1
                  owner: team-a
                """,
                "a.yaml:7:3: spec.owner: expected each field once, got it again; it stands in line 5"
                    + " already; keep one"),
            new Case(
                "what must be there",
                """
                apiVersion: muster/v1
                kind: Service
                metadata: {name: Orders!}
                spec:
                  datasets: {name: db}
                  sources: [{tool: github}]
                """,
                "a.yaml:3:18: metadata.name: expected an id of a-z, 0-9, '.', '_' and '-', got"
                    + " \"Orders!\""),
            new Case(
                "what must be there, where the name is right",
                """
                apiVersion: muster/v1
                kind: Service
                metadata: {name: orders}
                spec:
                  datasets: {name: db}
                  sources: [{tool: github}]
                  checks: []
                """,
                "a.yaml:5:3: spec.owner: expected a value, got nothing; add the field owner",
                "a.yaml:5:3: spec.tier: expected a value, got nothing; add the field tier",
                "a.yaml:5:13: spec.datasets: expected a list, got a mapping; write it as [{…}]",
                "a.yaml:6:13: spec.sources[0]: expected how github names this service, got only the"
                    + " tool; for instance repository: acme/orders, or labels: {service: orders}",
                "a.yaml:7:11: spec.checks: expected no such field yet, got a list; query checks are"
                    + " not read yet; post a scan instead"),
            new Case(
                "another tool's file",
                """
                apiVersion: v1
                kind: Service
                ---
                apiVersion: muster/v1
                kind: Sevice
                """,
                "a.yaml:1:13: apiVersion: expected one of muster/v1, openslo/v1, got \"v1\"",
                "a.yaml:5:7: kind: expected one of Check, Rotation, Route, Service, Standard,"
                    + " System, Team, got \"Sevice\"; did you mean Service?"),
            new Case(
                "a kind that is of no version",
                "kind: Sevice",
                "a.yaml:1:1: apiVersion: expected a value, got nothing; add the field apiVersion",
                "a.yaml:1:7: kind: expected one of AlertCondition, AlertNotificationTarget,"
                    + " AlertPolicy, Check, DataSource, Rotation, Route, SLI, SLO, Service, Standard,"
                    + " System, Team, got \"Sevice\"; did you mean Service?"),
            new Case(
                "no YAML",
                """
                apiVersion: muster/v1
                kind: [Service
                """,
                "a.yaml:2:15: expected valid YAML, got none; while parsing a flow sequence: expected ','"
                    + " or ']', but got <stream end>"),
            new Case(
                "an alias",
                """
                apiVersion: muster/v1
                kind: Rotation
                metadata: {name: &name other}
                spec: {team: team-a, zone: *name}
                """,
                "a.yaml:4:22: spec.zone: expected a value, got nothing; add the field zone",
                "a.yaml:4:28: spec.zone: expected a value, got an alias (*name); write the value"
                    + " out"),
            new Case(
                "a rule that does not hold water",
                """
                apiVersion: muster/v1
                kind: Standard
                metadata: {name: house}
                spec:
                  title: House rules
                  gates:
                    - id: quick
                      risk: a
                      remedy: b
                      effort: c
                      requires:
                        - {check: rollback-drill, fresh: quarterly, must: values.second < 3}
                        - check: rollback-drill
                          fresh: yearly
                          must: |
                            values.seconds < 3 &&
                            values.commands == 'one'
                        - {check: tests, fresh: 400d}
                        - {check: test}
                        - {type: backup, within: rpo}
                        - {type: alert, ask: pages, over: 30d}
                """,
                "a.yaml:12:59: spec.gates[0].requires[0].must: expected a rule on the event, got"
                    + " unknown name values.second; did you mean values.seconds?",
                "a.yaml:17:29: spec.gates[0].requires[1].must: expected a rule on the event, got"
                    + " == between a number and a text; compare like with like",
                "a.yaml:18:33: spec.gates[0].requires[2].fresh: expected a span such as 60d, 12h,"
                    + " PT2H, weekly, monthly, quarterly, half-yearly or yearly, up to 395d, got"
                    + " \"400d\"",
                "a.yaml:19:11: spec.gates[0].requires[3]: expected one of fresh, within, noneWithin,"
                    + " got none of them; say how old the evidence may be, for instance fresh:"
                    + " quarterly",
                "a.yaml:19:19: spec.gates[0].requires[3].check: expected the name of a check, got"
                    + " \"test\"; did you mean tests?",
                "a.yaml:20:11: spec.gates[0].requires[4].match: expected an operation: [BACKUP,"
                    + " COPY, RESTORE, VERIFY], got none; a backup never proves a restore; say"
                    + " match: {operation: RESTORE}",
                "a.yaml:21:30: spec.gates[0].requires[5].ask: expected one of pages-answered,"
                    + " pages-per-week, proposals-answered, got \"pages\""),
            new Case(
                "a folded rule: the place is in the line it was written in",
                """
                apiVersion: muster/v1
                kind: Standard
                metadata: {name: house}
                spec:
                  title: House rules
                  gates:
                    - id: quick
                      risk: a
                      remedy: b
                      effort: c
                      requires:
                        - check: rollback-drill
                          fresh: yearly
                          must: >-
                            values.seconds < 3
                            && values.command == 1
                        - check: rollback-drill
                          fresh: yearly
                          must: values.seconds < 3
                            && outcom == 'PASSED'
                        - check: rollback-drill
                          fresh: yearly
                          must: 'outcome == ''PASSED'' && values.seconds'
                        - check: rollback-drill
                          fresh: yearly
                          must: "values.seconds << 3"
                """,
                "a.yaml:16:16: spec.gates[0].requires[0].must: expected a rule on the event, got"
                    + " unknown name values.command; did you mean values.commands?",
                "a.yaml:20:16: spec.gates[0].requires[1].must: expected a rule on the event, got"
                    + " unknown name outcom; did you mean outcome?",
                "a.yaml:23:40: spec.gates[0].requires[2].must: expected a rule on the event, got &&"
                    + " between true or false and a number; compare like with like",
                "a.yaml:26:34: spec.gates[0].requires[3].must: expected a rule on the event, got"
                    + " something that cannot stand at '<'; for instance values.seconds < 60"),
            new Case(
                "a name that is taken",
                """
                apiVersion: muster/v1
                kind: Standard
                metadata: {name: seven-gates}
                spec: {title: Mine, gates: []}
                ---
                apiVersion: muster/v1
                kind: Team
                metadata: {name: team-a}
                spec: {zone: Mars}
                """,
                "a.yaml:3:18: metadata.name: expected each standard once, got seven-gates; it is"
                    + " built in; copy it under an id of your own",
                "a.yaml:9:14: spec.zone: expected a time zone such as Europe/Berlin or UTC, got"
                    + " \"Mars\"",
                "people.yaml:3:18: metadata.name: expected each team once, got team-a; it stands in"
                    + " a.yaml:8 already"),
            new Case(
                "a service that asks less of itself than its system does",
                """
                apiVersion: muster/v1
                kind: Service
                metadata: {name: orders}
                spec:
                  partOf: shop
                  standards: [{id: six-pillars, from: 2027-01-01}]
                """,
                "a.yaml:6:14: spec.standards: expected six-pillars at level first-release or more,"
                    + " as system shop asks, got less; a service can ask more of itself than its"
                    + " system does, not less; leave the line out"),
            new Case(
                "an SLO of nobody",
                """
                apiVersion: openslo/v1
                kind: SLO
                metadata: {name: availability}
                spec: {service: ordrs, objectives: [{target: 0.99}], anything: {else: [1]}}
                """,
                "a.yaml:4:17: spec.service: expected the name of a service, got \"ordrs\"; there is"
                    + " no service yet; add one",
                "a.yaml:4:54: spec.anything: expected a known field, got anything; known here:"
                    + " alertPolicies, budgetingMethod, description, indicator, indicatorRef,"
                    + " objectives, service, timeWindow"))
        .stream()
        .map(one -> DynamicTest.dynamicTest(one.sentence(), () -> refuses(one)))
        .toList();
  }

  private static void refuses(Case one) {
    SortedMap<String, String> files = files("people.yaml", PEOPLE, "a.yaml", one.yaml());

    Reading reading = CatalogueReader.read(files);

    assertThat(reading).isInstanceOf(Reading.Invalid.class);
    assertThat(((Reading.Invalid) reading).mistakes())
        .extracting(Mistake::toString)
        .containsExactlyElementsOf(one.mistakes());
  }

  @Test
  void aServiceHasWhatItsSystemOwnerAndRotationSay() {
    String yaml =
        """
        apiVersion: muster/v1
        kind: Service
        metadata: {name: orders}
        spec: {partOf: shop, rotation: checkout, standards: [{id: seven-gates}]}
        ---
        apiVersion: openslo/v1
        kind: Service
        metadata: {name: orders}
        spec: {description: Takes orders}
        ---
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: availability}
        spec: {service: orders, objectives: [{target: 0.99}]}
        """;

    Service orders = valid(files("people.yaml", PEOPLE, "a.yaml", yaml)).services().get(0);

    assertThat(orders.owner()).isEqualTo("team-a");
    assertThat(orders.tier()).isEqualTo(2);
    assertThat(orders.approvers()).containsExactly("zoe@example.org");
    assertThat(orders.rotation()).isNotNull().extracting("name").isEqualTo("checkout");
    assertThat(orders.slos()).extracting(Slo::name).containsExactly("availability");
    assertThat(orders.description()).isEqualTo("Takes orders");
    assertThat(orders.standards())
        .extracting(StandardUse::id)
        .containsExactly("seven-gates", "six-pillars");
    assertThat(orders.standards())
        .extracting(StandardUse::level)
        .containsExactly("full", "first-release");
    assertThat(orders.standards()).allSatisfy(use -> assertThat(use.hash()).hasSize(64));
  }

  @Test
  void aServiceThatConfirmsTheAlertsOfOthersIsToldWhose() {
    String yaml =
        """
        apiVersion: muster/v1
        kind: Service
        metadata: {name: orders}
        spec: {partOf: shop, confirmedBy: [payments, orders]}
        ---
        apiVersion: muster/v1
        kind: Service
        metadata: {name: payments}
        spec: {partOf: shop}
        """;

    List<Service> services = valid(files("people.yaml", PEOPLE, "a.yaml", yaml)).services();

    assertThat(services.get(0).confirms()).isEmpty();
    assertThat(services.get(1).confirms()).containsExactly("orders");
  }

  @Test
  void anotherOrderOfTheSameWordsIsTheSameDocument() {
    String one =
        """
        apiVersion: muster/v1
        kind: Service
        metadata: {name: orders}
        spec:
          owner: team-a
          tier: 1
          traits: [data, public]
          standards: [{id: seven-gates}, {id: milestones}]
        """;
    String other =
        """
        # With a comment.
        kind: Service
        apiVersion: muster/v1
        spec:
          tier: '1'
          standards: [{id: milestones, level: full}, {id: seven-gates}]
          traits:
            - public
            - data
          owner: "team-a"
        metadata: {name: orders}
        """;

    String first = document(one);
    String second = document(other);

    assertThat(second).isEqualTo(first);
    assertThat(CatalogueCodec.hash(second)).isEqualTo(CatalogueCodec.hash(first)).hasSize(64);
  }

  @Test
  void whatIsReadWithoutEffectIsSaid() {
    String yaml =
        """
        apiVersion: openslo/v1
        kind: AlertPolicy
        metadata: {name: pages}
        spec: {}
        ---
        apiVersion: muster/v1
        kind: Route
        metadata: {name: chat}
        spec: {to: somewhere}
        """;

    Reading reading = CatalogueReader.read(files("a.yaml", yaml, "empty.yaml", "---\n"));

    assertThat(((Reading.Valid) reading).notes())
        .extracting(Note::toString)
        .containsExactly(
            "a.yaml:3: not used: AlertPolicy pages; Muster derives alerts from the SLO",
            "a.yaml:9: routes are not used yet: chat");
  }

  @Test
  void aTreeOfFilesIsReadWithoutItsHiddenParts(@TempDir Path directory) throws IOException {
    Files.createDirectories(directory.resolve("teams"));
    Files.createDirectories(directory.resolve(".github"));
    Files.writeString(directory.resolve("teams/a.yml"), PEOPLE);
    Files.writeString(directory.resolve(".github/workflow.yaml"), "on: push");
    Files.writeString(directory.resolve("README.md"), "# Ours");
    Files.write(directory.resolve("latin.yaml"), "é".getBytes(StandardCharsets.ISO_8859_1));

    Reading reading = CatalogueReader.read(directory);

    assertThat(((Reading.Invalid) reading).mistakes())
        .extracting(Mistake::toString)
        .containsExactly("latin.yaml:1:1: expected a text in UTF-8, got other bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example", "muster"})
  void ourOwnRead(String catalogue) throws IOException {
    Reading reading = CatalogueReader.read(Path.of("../catalogue", catalogue));

    assertThat(reading).isInstanceOf(Reading.Valid.class);
    assertThat(((Reading.Valid) reading).notes()).isEmpty();
  }

  private static String document(String yaml) {
    return CatalogueCodec.write(valid(files("p.yaml", PEOPLE, "a.yaml", yaml)).services().get(0));
  }

  private static Catalogue valid(SortedMap<String, String> files) {
    Reading reading = CatalogueReader.read(files);
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) reading).catalogue();
  }

  private static SortedMap<String, String> files(String... namesAndTexts) {
    SortedMap<String, String> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return files;
  }
}
