package dev.muster.core.catalogue.yaml;

/** Something read that has no effect; not a mistake. */
public record Note(String file, int line, String text) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + text;
  }
}
