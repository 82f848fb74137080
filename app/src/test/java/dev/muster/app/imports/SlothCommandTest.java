package dev.muster.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.yaml.CatalogueReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SlothCommandTest {
  private static final String SLOTH =
      """
      version: prometheus/v1
      service: shop
      slos:
        - name: answers
          objective: 99.9
          description: "Answers: all"
          sli:
            events:
              error_query: sum(rate(answers_total{code=~"5.."}[{{.window}}]))
              total_query: |
                sum(
                  rate(answers_total[{{.window}}])
                )
          alerting: {ticket_alert: {disable: true}}
      """;

  private static final String OPENSLO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata:
        name: shop-answers
        annotations:
          muster.dev/tiers-off: ticket
      spec:
        description: 'Answers: all'
        service: shop
        indicator:
          spec:
            ratioMetric:
              counter: false
              bad:
                metricSource:
                  type: Prometheus
                  spec:
                    query: 'sum(increase(answers_total{code=~"5.."}[1m]))'
              total:
                metricSource:
                  type: Prometheus
                  spec:
                    query: |-
                      sum(
                        increase(answers_total[1m])
                      )
        timeWindow:
          - {duration: 30d, isRolling: true}
        budgetingMethod: Occurrences
        objectives:
          - {target: 0.999}
      """;

  @TempDir private Path folder = Path.of("");
  private Path out = Path.of("");

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void aFileOfSloths() throws IOException {
    Files.writeString(folder.resolve("sloth.yml"), SLOTH);
    out = folder.resolve("catalogue");
  }

  @Test
  void makesAFileThatACatalogueReads() throws IOException {
    Ended ended = run();

    assertThat(ended.code()).isZero();
    assertThat(out.resolve("shop-slos.yaml")).hasContent(OPENSLO);
    assertThat(ended.out())
        .contains(
            "sloth.yml:4: answers of shop is shop-answers",
            "  taken:    target 0.999, from objective 99.9",
            "  guessed:  period 30d",
            "+ " + out.resolve("shop-slos.yaml"),
            "Next: muster validate " + out,
            "a muster/v1 Service each: shop.");
    Files.writeString(
        out.resolve("shop.yaml"),
        """
        apiVersion: muster/v1
        kind: Team
        metadata: {name: team-a}
        spec: {zone: UTC}
        ---
        apiVersion: muster/v1
        kind: Service
        metadata: {name: shop}
        spec: {owner: team-a, tier: 1}
        """);
    assertThat(CatalogueReader.read(out)).isInstanceOf(CatalogueReader.Reading.Valid.class);
  }

  @Test
  void againChangesNothing() {
    run();

    Ended again = run();

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("= " + out.resolve("shop-slos.yaml")).doesNotContain("\n+ ");
  }

  @Test
  void whatPeopleWroteIsKeptAndTheDifferenceShown() throws IOException {
    Files.createDirectories(out);
    String own = OPENSLO.replace("0.999", "0.99");
    Files.writeString(out.resolve("shop-slos.yaml"), own);

    Ended ended = run();

    assertThat(ended.code()).isEqualTo(1);
    assertThat(out.resolve("shop-slos.yaml")).hasContent(own);
    assertThat(ended.out())
        .contains(
            "! " + out.resolve("shop-slos.yaml") + " says something else and is kept",
            "    -     - {target: 0.99}\n    +     - {target: 0.999}\n");
  }

  @Test
  void aDryRunShowsAndWritesNothing() {
    Ended ended = run("--dry-run");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("      name: shop-answers", "Nothing was written");
    assertThat(out).doesNotExist();
  }

  @Test
  void aMistakeWritesNothing() throws IOException {
    Files.writeString(folder.resolve("sloth.yml"), SLOTH.replace("99.9", "lots"));

    Ended ended = run();

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains(
            "sloth.yml:5:16: slos[0].objective: expected a percentage above 0 and below 100, got"
                + " \"lots\"",
            "1 mistake; nothing was written.");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFileThatIsNotThereIsWrongUse() {
    StringWriter err = new StringWriter();

    int code =
        new CommandLine(new SlothCommand())
            .setErr(new PrintWriter(err, true))
            .execute(folder.resolve("none.yml").toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("cannot read", "none.yml; name a file of Sloth's");
  }

  private Ended run(String... more) {
    StringWriter said = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = new String[more.length + 3];
    System.arraycopy(more, 0, arguments, 0, more.length);
    arguments[more.length] = folder.resolve("sloth.yml").toString();
    arguments[more.length + 1] = "--out";
    arguments[more.length + 2] = out.toString();
    int code =
        new CommandLine(new SlothCommand())
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ended(code, said.toString(), err.toString());
  }
}
