package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BegunTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final Begun begun = new Begun();

  /** Never ready; does something while it starts, and when it is asked. */
  private record Fake(String name, List<String> seen, Runnable starts, Runnable asked)
      implements Part {
    Fake(String name, List<String> seen) {
      this(name, seen, () -> {}, () -> {});
    }

    @Override
    public void start() {
      starts.run();
      seen.add("start " + name);
    }

    @Override
    public Health check() {
      asked.run();
      return new Health.Starting("not yet");
    }

    @Override
    public void close() {
      seen.add("close " + name);
    }
  }

  @Test
  void the_last_one_begun_is_closed_first() {
    begun.take(() -> () -> seen.add("let go"));
    begun.start(new Fake("kafka", seen));
    begun.start(new Fake("sink", seen));

    begun.close();

    assertThat(seen)
        .containsExactly("start kafka", "start sink", "close sink", "close kafka", "let go");
  }

  @Test
  void told_to_end_it_waits_no_longer_for_a_part_that_is_not_ready() {
    begun.start(new Fake("kafka", seen, () -> {}, begun::close));

    assertThatThrownBy(() -> begun.await(healths -> {})).isInstanceOf(Begun.ToldToEnd.class);

    assertThat(seen).containsExactly("start kafka", "close kafka");
  }

  @Test
  void told_to_end_during_a_step_it_ends_after_that_step() throws Exception {
    Thread closer = new Thread(begun::close);
    Runnable told =
        () -> {
          closer.start();
          while (closer.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
          }
        };

    begun.start(new Fake("kafka", seen, told, () -> {}));

    assertThatThrownBy(() -> begun.start(new Fake("sink", seen)))
        .isInstanceOf(Begun.ToldToEnd.class);
    assertThatThrownBy(begun::goOn).isInstanceOf(Begun.ToldToEnd.class);
    closer.join();
    assertThat(seen).containsExactly("start kafka", "close kafka");
  }
}
