package dev.muster.streams.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.streams.run.Past.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PastTest {
  private static SortedSet<Generation> generations(Integer... numbers) {
    return Arrays.stream(numbers)
        .map(Generation::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static final String FIRST = "muster-streams-service-state-changelog";
  private static final String SECOND = "muster-streams-2-service-state-changelog";

  @Test
  void theFirstStartRunsTheFirstGeneration() {
    assertThat(new Past(generations(), Set.of(), false).plan(false))
        .isEqualTo(new Plan.Run(Generation.FIRST, generations()));
  }

  @Test
  void aRestartRunsTheSameGeneration() {
    assertThat(new Past(generations(1), Set.of(FIRST), true).plan(false))
        .isEqualTo(new Plan.Run(Generation.FIRST, generations()));
  }

  @Test
  void stateWithoutOffsetsIsRefusedAndSaysWhatToDo() {
    Plan plan = new Past(generations(), Set.of(FIRST), true).plan(false);

    assertThat(plan)
        .isInstanceOfSatisfying(
            Plan.Refuse.class,
            refuse ->
                assertThat(refuse.why())
                    .contains("\"muster-streams\"")
                    .contains("no committed offsets")
                    .contains("muster streams --rebuild"));
  }

  @Test
  void changelogsWithNothingCommittedAreThoseOfAStartThatWasKilled() {
    assertThat(new Past(generations(), Set.of(FIRST), false).plan(false))
        .isEqualTo(new Plan.Run(Generation.FIRST, generations()));
  }

  @Test
  void aRebuildIsTheNextGenerationAndReplacesAllBefore() {
    assertThat(new Past(generations(1), Set.of(FIRST, SECOND), true).plan(true))
        .isEqualTo(new Plan.Run(new Generation(3), generations(1, 2)));
  }

  @Test
  void aRestartInTheMidstOfARebuildGoesOnWithIt() {
    assertThat(new Past(generations(1, 2), Set.of(FIRST, SECOND), true).plan(false))
        .isEqualTo(new Plan.Run(new Generation(2), generations(1)));
  }

  @Test
  void namesTellTheGeneration() {
    assertThat(
            List.of(
                Generation.ofGroup("muster-streams").orElseThrow().number(),
                Generation.ofGroup("muster-streams-12").orElseThrow().number(),
                Generation.ofInternalTopic(FIRST).orElseThrow().number(),
                Generation.ofInternalTopic(SECOND).orElseThrow().number()))
        .containsExactly(1, 12, 1, 2);
    assertThat(Generation.ofGroup("muster-sink")).isEmpty();
    assertThat(Generation.ofInternalTopic("muster.facts.scan.v1")).isEmpty();
  }
}
