package dev.muster.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * All gates of a standard: each passes by its proof, fails by a contradiction, goes stale to the
 * second, and refuses its lies.
 */
abstract class GateTable {
  private static final Instant TIME = World.START.plus(Duration.ofDays(200));
  private static final Duration SOON = Duration.ofHours(1);

  abstract String standard();

  abstract List<GateStory> stories();

  @Test
  void tellsOfEveryGate() {
    List<String> gates =
        CatalogueReader.builtIn().standards().stream()
            .filter(one -> one.id().equals(standard()))
            .flatMap(one -> one.gates().stream())
            .map(Gate::id)
            .toList();

    assertThat(stories()).extracting(story -> story.gate).isEqualTo(gates);
    assertThat(stories())
        .allMatch(
            story -> !story.failures.isEmpty() && !story.ages.isEmpty() && !story.lies.isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> passesByItsProof() {
    return stories().stream().map(story -> dynamicTest(story.gate, () -> passes(story)));
  }

  private void passes(GateStory story) {
    World world = world(story.proof, TIME);

    GateStanding standing = world.standing(story.gate, TIME.plusSeconds(60));

    assertThat(standing.raw().holds()).as("%s", standing.finding()).isTrue();
    assertThat(standing.connected()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> needsEachPartOfItsProof() {
    return stories().stream()
        .flatMap(
            story ->
                story.proof.stream()
                    .filter(said -> !said.about().equals("heard"))
                    .map(
                        said ->
                            dynamicTest(
                                story.gate + " without " + said.about(),
                                () -> lacks(story, said))));
  }

  private void lacks(GateStory story, Said without) {
    World world = world(story.proof.stream().filter(said -> said != without).toList(), TIME);

    GateStanding standing = world.standing(story.gate, TIME.plusSeconds(60));

    assertThat(standing.raw().holds()).as("%s", standing.finding()).isFalse();
  }

  @TestFactory
  Stream<DynamicTest> failsByAContradiction() {
    return stories().stream()
        .flatMap(
            story ->
                story.failures.stream()
                    .map(
                        turn ->
                            dynamicTest(
                                story.gate + ": " + turn.what(), () -> fails(story, turn))));
  }

  private void fails(GateStory story, GateStory.Turn turn) {
    World world = world(story.proof, TIME);
    GateStanding before = world.standing(story.gate, TIME.plus(SOON).minusSeconds(1));

    turn.said().at(world, TIME.plus(SOON));
    GateStanding standing = world.standing(story.gate, TIME.plus(SOON));

    assertThat(before.raw().holds()).as("%s", before.finding()).isTrue();
    assertThat(standing.raw()).as("%s", standing.finding()).isEqualTo(Status.FAIL);
    assertThat(standing.finding().reason().code()).isEqualTo(turn.reason());
    assertThat(standing.since()).isEqualTo(TIME.plus(SOON));
  }

  @TestFactory
  Stream<DynamicTest> goesStaleToTheSecond() {
    return stories().stream()
        .flatMap(
            story ->
                story.ages.stream()
                    .map(
                        age ->
                            dynamicTest(
                                "%s: %s after %s d"
                                    .formatted(
                                        story.gate, age.said().about(), age.limit().toDays()),
                                () -> growsOld(story, age))));
  }

  private void growsOld(GateStory story, GateStory.Age age) {
    Instant deadline = TIME.plus(age.limit());
    List<Said> others = others(story.proof, age.instead());
    World world = world(others, deadline.minus(SOON));
    age.said().at(world, TIME);

    GateStanding before = world.standing(story.gate, deadline.minusSeconds(1));
    GateStanding after = world.standing(story.gate, deadline);

    assertThat(before.raw().holds()).as("%s", before.finding()).isTrue();
    assertThat(before.mark().turns()).isEqualTo(deadline);
    assertThat(after.raw()).as("%s", after.finding()).isEqualTo(Status.STALE);
    assertThat(after.since()).isEqualTo(deadline);
  }

  @TestFactory
  Stream<DynamicTest> refusesALie() {
    return stories().stream()
        .flatMap(
            story ->
                story.lies.stream()
                    .map(
                        lie ->
                            dynamicTest(
                                story.gate + ": " + lie.what(), () -> refuses(story, lie))));
  }

  private void refuses(GateStory story, GateStory.Lie lie) {
    World world = world(others(story.proof, lie.said()), TIME);
    lie.said().forEach(said -> said.at(world, TIME));

    GateStanding standing = world.standing(story.gate, TIME.plusSeconds(60));

    assertThat(standing.raw()).as("%s", standing.finding()).isEqualTo(lie.status());
    assertThat(standing.finding().reason().code())
        .as("%s", standing.finding())
        .isEqualTo(lie.reason());
  }

  private static List<Said> others(List<Said> proof, List<Said> replaced) {
    List<String> about = replaced.stream().map(Said::about).toList();
    List<Said> others = new ArrayList<>(proof);
    others.removeIf(said -> about.contains(said.about()));
    return others;
  }

  private World world(List<Said> said, Instant at) {
    World world = new World(standard());
    said.forEach(one -> one.at(world, at));
    return world;
  }
}
