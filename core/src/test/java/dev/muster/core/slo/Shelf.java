package dev.muster.core.slo;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hours on the heap, each a copy of its own: what is not put is not kept. */
final class Shelf implements HourShelf {
  private final Map<Long, SliceHour> hours = new HashMap<>();

  static SliceHour copy(SliceHour of) {
    SliceHour copy = new SliceHour(of.hour());
    copy.setSampled(of.sampled());
    copy.setBusy(of.busy());
    for (int i = 0; i < SliceHour.MINUTES; i++) {
      copy.put(i, of.good(i), of.total(i), of.known(i));
      copy.hold(i, of.held(i));
    }
    return copy;
  }

  @Override
  public @Nullable SliceHour get(long hour) {
    SliceHour found = hours.get(hour);
    return found == null ? null : copy(found);
  }

  @Override
  public void put(SliceHour hour) {
    hours.put(hour.hour(), copy(hour));
  }

  @Override
  public void remove(long hour) {
    hours.remove(hour);
  }

  @Override
  public void clear() {
    hours.clear();
  }
}
