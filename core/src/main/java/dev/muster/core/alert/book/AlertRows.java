package dev.muster.core.alert.book;

import dev.muster.core.alert.Episode;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.ServiceWeek;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where a book of one service is kept: each episode, each week, and one row of the rest. */
public interface AlertRows {
  @Nullable Episode episode(Episode.Id id);

  void put(Episode episode);

  void forget(Episode.Id id);

  /** All, in any order. */
  Collection<Episode> episodes();

  @Nullable ServiceWeek week(IsoWeek week);

  void put(ServiceWeek week);

  void forget(IsoWeek week);

  /** All that were said, in any order. */
  Collection<ServiceWeek> weeks();

  Ledger ledger();

  void put(Ledger ledger);
}
