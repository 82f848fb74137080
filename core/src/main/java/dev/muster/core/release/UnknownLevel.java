package dev.muster.core.release;

import java.util.List;

/** A standard has no such level. */
public final class UnknownLevel extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> levels;

  UnknownLevel(Scored scored, String asked) {
    super("%s has no level \"%s\".".formatted(scored.standard(), asked));
    this.levels = scored.levelNames();
  }

  /** Those it has, lowest first. */
  public List<String> levels() {
    return levels;
  }
}
