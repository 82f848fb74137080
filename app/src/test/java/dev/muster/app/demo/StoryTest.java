package dev.muster.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56Z");

  @Test
  void theSameSeedTellsTheSameStory() {
    List<Told> first = Story.of(7, NOW);
    List<Told> second = Story.of(7, NOW.plusSeconds(3));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void anotherSeedTellsAnother() {
    assertThat(Story.of(8, NOW)).isNotEqualTo(Story.of(7, NOW));
  }

  @Test
  void itIsToldInTheOrderInWhichItWasHeard() {
    List<Told> story = Story.of(7, NOW);

    assertThat(story).isSortedAccordingTo(Comparator.comparing(Told::received));
    assertThat(story.get(0).received()).isAfter(NOW.minus(Story.LENGTH));
    assertThat(story.get(story.size() - 1).received()).isBefore(NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void noTwoFactsHaveOneId() {
    List<Told> story = Story.of(7, NOW);

    assertThat(story)
        .extracting(told -> told.kind() + told.fact().path("source") + told.fact().path("id"))
        .doesNotHaveDuplicates();
  }
}
