package dev.muster.sink.view;

import java.util.List;

/** Is told what changed, in the order of the log, on the view's thread; must not wait. */
@FunctionalInterface
public interface Changes<V> {

  void changed(List<Change<V>> changes);

  /**
   * One change.
   *
   * @param after the position with it
   */
  record Change<V>(Held<V> held, Position after) {}
}
