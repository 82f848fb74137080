package dev.muster.runtime.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
  private final List<String> events = new ArrayList<>();

  private record Told(String name, List<String> events, boolean fails) implements Part {
    @Override
    public void start() {
      events.add("start " + name);
      if (fails) {
        throw new IllegalStateException(name + " cannot");
      }
    }

    @Override
    public Health check() {
      return Health.up();
    }

    @Override
    public void close() {
      events.add("close " + name);
    }
  }

  @Test
  void startsInOrderAndClosesInReverse() {
    Parts parts = new Parts(List.of(new Told("a", events, false), new Told("b", events, false)));

    parts.start();
    parts.close();
    parts.close();

    assertThat(events).containsExactly("start a", "start b", "close b", "close a");
  }

  @Test
  void whenOneFailsToStartThoseBeforeItAreClosed() {
    Parts parts =
        new Parts(
            List.of(
                new Told("a", events, false),
                new Told("b", events, true),
                new Told("c", events, false)));

    assertThatThrownBy(parts::start).hasMessage("b cannot");
    assertThat(events).containsExactly("start a", "start b", "close b", "close a");
  }

  @Test
  void aFaultTellsKindAndPlaceButNotTheMessage() {
    String fault = Fault.of(new RuntimeException(new IllegalStateException("payload")));

    assertThat(fault)
        .startsWith("IllegalStateException at dev.muster.runtime.part.PartsTest")
        .doesNotContain("payload");
  }
}
