package dev.muster.core.gate;

import static dev.muster.core.gate.Reason.Code.DID_NOT_SUCCEED;
import static dev.muster.core.gate.Reason.Code.NEVER_SEEN;
import static dev.muster.core.gate.Reason.Code.NOT_CONNECTED;
import static dev.muster.core.gate.Reason.Code.PERSONS_WORD_ONLY;
import static dev.muster.core.gate.Reason.Code.PROVED_NOTHING;
import static dev.muster.core.gate.Reason.Code.SEEN_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.Freshness.Newest;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * No gate of the five standards is left out of the tables, and what every check has in common is
 * tried on each check of each gate, whether its own table tells of it or not.
 */
class FiftyTwoGatesTest {
  private static final Instant TIME = World.START.plus(Duration.ofDays(200));
  private static final Duration SOON = Duration.ofHours(1);
  private static final List<Standard> STANDARDS = CatalogueReader.builtIn().standards();
  private static final List<GateTable> TABLES =
      List.of(
          new SevenGatesTest(),
          new SixPillarsTest(),
          new MilestonesTest(),
          new LaunchTest(),
          new SixGatesTest());

  /**
   * A check as the proof of a gate says it, and the entry that asks for it.
   *
   * @param alternatives whether other proof would do; then the reason may be what that lacks
   */
  private record Asked(
      String standard, GateStory story, ScanSaid said, Entry entry, boolean alternatives) {

    GateStanding standing(Instant others, Said instead, Instant then, Instant at) {
      World world = new World(standard);
      List<Said> rest = new ArrayList<>(story.proof);
      rest.remove(said);
      rest.forEach(one -> one.at(world, others));
      instead.at(world, then);
      return world.standing(story.gate, at);
    }
  }

  @Test
  void everyGateHasOneHistoryOfEachKind() {
    assertThat(TABLES)
        .extracting(GateTable::standard)
        .containsExactlyInAnyOrderElementsOf(STANDARDS.stream().map(Standard::id).toList());
    assertThat(STANDARDS.stream().mapToInt(one -> one.gates().size()).sum()).isEqualTo(52);
    for (GateTable table : TABLES) {
      assertThat(table.stories())
          .extracting(story -> story.gate)
          .containsExactlyElementsOf(gates(table.standard()).map(Gate::id).toList());
      assertThat(table.stories())
          .allSatisfy(
              story -> {
                assertThat(story.proof).as(story.gate + " passes").isNotEmpty();
                assertThat(story.failures).as(story.gate + " fails").isNotEmpty();
                assertThat(story.ages).as(story.gate + " goes stale").isNotEmpty();
                assertThat(story.lies).as(story.gate + " is lied to").isNotEmpty();
              });
    }
  }

  @TestFactory
  Stream<DynamicTest> aPersonsWordIsRefusedWhereAMachineIsAsked() {
    return refused(
        "on a person's word",
        asked -> asked.entry().machineOnly(),
        ScanSaid::byPerson,
        PERSONS_WORD_ONLY);
  }

  @TestFactory
  Stream<DynamicTest> theProofOfSomebodyElseIsRefused() {
    // There is but one organisation, so nobody else could prove what it is asked.
    return refused(
        "of somebody else",
        asked -> asked.entry().scope() != Scope.ORG,
        said -> said.of(said.subject().contains("/") ? said.subject() + "-of-another" : "another"),
        NEVER_SEEN);
  }

  @TestFactory
  Stream<DynamicTest> whatRanInStagingOnlyIsRefused() {
    return refused(
        "in staging",
        asked -> asked.entry().scope() == Scope.SERVICE,
        said -> said.in("staging"),
        SEEN_ELSEWHERE);
  }

  @TestFactory
  Stream<DynamicTest> aRunThatCouldNotTellIsRefused() {
    return refused("inconclusive", asked -> true, ScanSaid::inconclusive, PROVED_NOTHING);
  }

  private Stream<DynamicTest> refused(
      String how, Predicate<Asked> which, Function<ScanSaid, ScanSaid> lie, Reason.Code reason) {
    return asked()
        .filter(which)
        .map(asked -> test(asked, how, () -> refuses(asked, lie.apply(asked.said()), reason)));
  }

  @TestFactory
  Stream<DynamicTest> aFigureThatTheRuleReadsCannotBeLeftOut() {
    return asked()
        .flatMap(
            asked ->
                asked.said().values().keySet().stream()
                    .filter(name -> String.valueOf(asked.entry().must()).contains(name))
                    .sorted()
                    .map(
                        name ->
                            test(
                                asked,
                                "without " + name,
                                () -> refuses(asked, asked.said().without(name), PROVED_NOTHING))));
  }

  private static void refuses(Asked asked, ScanSaid lie, Reason.Code reason) {
    GateStanding standing = asked.standing(TIME, lie, TIME, TIME.plusSeconds(60));

    assertThat(standing.raw()).as("%s", standing.finding()).isEqualTo(Status.MISSING);
    assertThat(standing.finding().reason().code())
        .isIn(reason, asked.alternatives() ? NOT_CONNECTED : reason);
  }

  @TestFactory
  Stream<DynamicTest> aFailureContradictsAtOnce() {
    return asked().map(asked -> test(asked, "failed", () -> contradicts(asked)));
  }

  private static void contradicts(Asked asked) {
    Instant later = TIME.plus(SOON);
    Said thenFails =
        Said.figure(
            asked.said().about(),
            (world, at) -> {
              asked.said().at(world, at);
              asked.said().failed().at(world, later);
            });

    GateStanding standing = asked.standing(TIME, thenFails, TIME, later);

    assertThat(standing.raw()).as("%s", standing.finding()).isEqualTo(Status.FAIL);
    assertThat(standing.finding().reason().code()).isEqualTo(DID_NOT_SUCCEED);
    assertThat(standing.since()).isEqualTo(later);
  }

  @TestFactory
  Stream<DynamicTest> eachCheckGrowsOldToTheSecond() {
    return asked()
        .filter(asked -> asked.entry().freshness() instanceof Newest)
        .map(asked -> test(asked, "stale", () -> growsOld(asked)));
  }

  private static void growsOld(Asked asked) {
    Instant deadline = TIME.plus(((Newest) asked.entry().freshness()).limit());
    Instant others = deadline.minus(SOON);

    GateStanding before = asked.standing(others, asked.said(), TIME, deadline.minusSeconds(1));
    GateStanding after = asked.standing(others, asked.said(), TIME, deadline);

    assertThat(before.raw().holds()).as("%s", before.finding()).isTrue();
    assertThat(after.raw()).as("%s", after.finding()).isEqualTo(Status.STALE);
    assertThat(after.since()).isEqualTo(deadline);
  }

  private static DynamicTest test(Asked asked, String how, Executable body) {
    return dynamicTest(
        "%s/%s: %s %s".formatted(asked.standard(), asked.story().gate, asked.said().about(), how),
        body);
  }

  /** Each check in the proof of each gate. */
  private static Stream<Asked> asked() {
    return TABLES.stream()
        .flatMap(
            table -> table.stories().stream().flatMap(story -> asked(table.standard(), story)));
  }

  private static Stream<Asked> asked(String standard, GateStory story) {
    List<Requirement> requirements =
        gates(standard)
            .filter(gate -> gate.id().equals(story.gate))
            .flatMap(gate -> gate.requires().stream())
            .toList();
    return story.proof.stream()
        .filter(ScanSaid.class::isInstance)
        .map(ScanSaid.class::cast)
        .flatMap(
            said ->
                requirements.stream()
                    .flatMap(
                        one ->
                            entries(one)
                                .filter(entry -> checks(entry).contains(said.check()))
                                .map(
                                    entry ->
                                        new Asked(
                                            standard,
                                            story,
                                            said,
                                            entry,
                                            one instanceof Requirement.AnyOf))));
  }

  private static Set<String> checks(Entry entry) {
    return entry.match().getOrDefault(MatchField.CHECK, Set.of());
  }

  private static Stream<Entry> entries(Requirement requirement) {
    Stream<? extends Requirement> singles =
        requirement instanceof Requirement.AnyOf any
            ? any.alternatives().stream().flatMap(List::stream)
            : Stream.of(requirement);
    return singles.filter(Entry.class::isInstance).map(Entry.class::cast);
  }

  private static Stream<Gate> gates(String standard) {
    return STANDARDS.stream()
        .filter(one -> one.id().equals(standard))
        .flatMap(one -> one.gates().stream());
  }
}
