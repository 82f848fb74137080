package dev.muster.core.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Requirement.Single;
import dev.muster.core.catalogue.Standard;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built-in standards and checks, held to what was agreed on, line by line. */
class StandardsAsWrittenTest {
  private static final Catalogue CATALOGUE = CatalogueReader.builtIn();

  @Test
  void everyGateAsksWhatIsWrittenInTheTable() {
    String table =
        Stream.of("seven-gates", "six-pillars", "milestones", "launch-25", "six-gates")
            .map(StandardsAsWrittenTest::standard)
            .map(StandardLines::of)
            .collect(Collectors.joining("\n"));

    assertThat(table).isEqualTo(BuiltIn.text("/standards.txt"));
  }

  @Test
  void everyCheckIsAnsweredAsIsWrittenInTheTable() {
    String table = CATALOGUE.checks().stream().map(StandardLines::of).collect(Collectors.joining());

    assertThat(table).isEqualTo(BuiltIn.text("/checks.txt"));
  }

  @Test
  void everyGateHasARiskAndARemedyOfItsOwn() {
    List<Gate> gates =
        CATALOGUE.standards().stream().flatMap(standard -> standard.gates().stream()).toList();

    assertThat(gates).hasSize(52);
    assertThat(gates).extracting(Gate::risk).doesNotHaveDuplicates();
    assertThat(gates).extracting(Gate::remedy).doesNotHaveDuplicates();
    assertThat(gates).extracting(Gate::risk).allMatch(text -> text.length() > 40);
    assertThat(gates).extracting(Gate::remedy).allMatch(text -> text.length() > 40);
    assertThat(gates).extracting(Gate::effort).doesNotContain("");
    assertThat(gates).allMatch(Gate::waivable);
  }

  @Test
  void aCheckIsSentForTheNarrowestSubjectThatAGateAsksFor() {
    for (Check check : CATALOGUE.checks()) {
      Set<Scope> asked =
          entries()
              .filter(entry -> asks(entry, check.id()))
              .map(Single::scope)
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(check.scope()).as(check.id()).isEqualTo(asked.iterator().next());
    }
  }

  @Test
  void aRecipeMeasuresEveryValueThatAGateBounds() {
    for (Check check : CATALOGUE.checks()) {
      List<String> bounded =
          entries()
              .filter(entry -> asks(entry, check.id()) && entry.must() != null)
              .flatMap(entry -> Arrays.stream(entry.must().split("values\\.")).skip(1))
              .map(text -> text.replaceFirst("\\W.*", ""))
              .distinct()
              .sorted(Comparator.naturalOrder())
              .toList();

      assertThat(bounded).as(check.id()).allMatch(check.recipe()::contains);
    }
  }

  private static Standard standard(String id) {
    return CATALOGUE.standards().stream()
        .filter(standard -> standard.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static boolean asks(Entry entry, String check) {
    return entry.match().getOrDefault(Requirement.MatchField.CHECK, Set.of()).equals(Set.of(check));
  }

  private static Stream<Entry> entries() {
    return CATALOGUE.standards().stream()
        .flatMap(standard -> standard.gates().stream())
        .flatMap(gate -> gate.requires().stream())
        .flatMap(StandardsAsWrittenTest::singles)
        .filter(Entry.class::isInstance)
        .map(Entry.class::cast);
  }

  private static Stream<? extends Requirement> singles(Requirement requirement) {
    return requirement instanceof AnyOf any
        ? any.alternatives().stream().flatMap(List::stream)
        : Stream.of(requirement);
  }
}
