package dev.muster.core.alert.book;

import dev.muster.core.alert.Episode;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.ServiceWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A book's rows on the heap. */
public final class HeldRows implements AlertRows {
  private final Map<Episode.Id, Episode> episodes = new HashMap<>();
  private final Map<IsoWeek, ServiceWeek> weeks = new HashMap<>();
  private Ledger ledger = Ledger.NEW;

  @Override
  public @Nullable Episode episode(Episode.Id id) {
    return episodes.get(id);
  }

  @Override
  public void put(Episode episode) {
    episodes.put(episode.id(), episode);
  }

  @Override
  public void forget(Episode.Id id) {
    episodes.remove(id);
  }

  @Override
  public Collection<Episode> episodes() {
    return List.copyOf(episodes.values());
  }

  @Override
  public @Nullable ServiceWeek week(IsoWeek week) {
    return weeks.get(week);
  }

  @Override
  public void put(ServiceWeek week) {
    weeks.put(week.week(), week);
  }

  @Override
  public void forget(IsoWeek week) {
    weeks.remove(week);
  }

  @Override
  public Collection<ServiceWeek> weeks() {
    return new ArrayList<>(weeks.values());
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void put(Ledger given) {
    ledger = given;
  }
}
