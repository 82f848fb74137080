package dev.muster.core.alert.book;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What burns tell of spans of time, by looking at all of them each time. */
record PlainBudget(List<Told.Burn> burns) {

  boolean confirms(long from, long to) {
    double lost = 0;
    boolean held = false;
    for (Told.Burn burn : burns) {
      if (burn.from() <= to && burn.to() > from) {
        held |= burn.held();
        lost += burn.lost();
      }
    }
    return held || lost >= 0.01;
  }

  boolean measured(long from, long to) {
    List<Told.Burn> measured = burns.stream().filter(Told.Burn::measured).toList();
    long hours = 0;
    for (long hour = from; hour < to; hour += 3_600_000) {
      for (Told.Burn burn : measured) {
        if (burn.from() <= hour && burn.to() > hour) {
          hours++;
          break;
        }
      }
    }
    return hours * 3_600_000 >= 0.9 * (to - from);
  }

  /** The beginnings of minutes in which a page was called for. */
  SortedSet<Long> calling(long from, long to) {
    SortedSet<Long> minutes = new TreeSet<>();
    for (Told.Burn burn : burns) {
      for (long minute = burn.from(); burn.pages() && minute < burn.to(); minute += 60_000) {
        if (minute >= from && minute < to) {
          minutes.add(minute);
        }
      }
    }
    return minutes;
  }
}
