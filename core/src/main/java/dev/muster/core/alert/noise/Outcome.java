package dev.muster.core.alert.noise;

import dev.muster.core.alert.Classification.Says;
import dev.muster.core.alert.Firing.Ending;
import dev.muster.core.alert.Occurrence;
import dev.muster.core.alert.Reaction;
import org.jspecify.annotations.Nullable;

/** Whether an occurrence was acted on, and who or what says so; the strongest word first. */
public enum Outcome {
  /** A person said that it was. */
  SAID,
  /** A person said that it was not, or need not have been. */
  SAID_NOT,
  /** A tool shows that somebody worked on it. */
  SEEN,
  /** A deployment says so. */
  INFERRED,
  /** The paging tool shows that nobody did anything until it was over. */
  SHOWN_NOT,
  /** Neither is known. */
  UNKNOWN;

  /**
   * Of an occurrence.
   *
   * @param mended whether a deployment says so
   */
  static Outcome of(Occurrence occurrence, boolean mended) {
    Reaction reaction = occurrence.reaction();
    Says says = says(reaction.said());
    if (says == Says.NO_ACTION) {
      return SAID_NOT;
    } else if (says == Says.ACTION || reaction.actioned() != null) {
      return SAID;
    } else if (occurrence.isActedOn()) {
      return SEEN;
    } else if (mended) {
      return INFERRED;
    }
    return occurrence.isShownUntouched() && occurrence.ending() != Ending.OPEN
        ? SHOWN_NOT
        : UNKNOWN;
  }

  private static Says says(Reaction.@Nullable Said said) {
    return said == null ? Says.NOTHING : said.what().says();
  }

  boolean isAction() {
    return this == SAID || this == SEEN || this == INFERRED;
  }

  boolean isInaction() {
    return this == SAID_NOT || this == SHOWN_NOT;
  }
}
