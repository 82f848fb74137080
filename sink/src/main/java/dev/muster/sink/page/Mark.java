package dev.muster.sink.page;

import java.util.Locale;

/** The sign of a status: a shape and a word of its own; colour only repeats what they say. */
public enum Mark {
  PROVEN("Proven"),
  SOON("Proven, ending soon"),
  FAILED("Failed"),
  UNSURE("Cannot judge"),
  OLD("Too old"),
  UNSEEN("Never seen"),
  HOLLOW("Seen, proved nothing"),
  WAIVED("Waived"),
  UPCOMING("Not binding yet"),
  ASIDE("Not for this service");

  private final String word;

  Mark(String word) {
    this.word = word;
  }

  /** What it says where nothing more is known. */
  public String word() {
    return word;
  }

  /** Its class in the stylesheet and its symbol in the sprite. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody has to do something before the gate passes. */
  public boolean open() {
    return switch (this) {
      case FAILED, UNSURE, OLD, UNSEEN, HOLLOW -> true;
      case PROVEN, SOON, WAIVED, UPCOMING, ASIDE -> false;
    };
  }
}
