package dev.muster.ingest.collector;

import java.util.List;

/** All tools that are understood; to add one, write its file and a line here. */
public final class Collectors {
  public static final List<Collector> ALL = List.of(new Alertmanager(), new Restic());

  private Collectors() {}
}
