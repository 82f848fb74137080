package dev.muster.core.catalogue.yaml;

/** Something to know of what was read: it has no effect, or less than one might think. */
public record Note(String file, int line, String text) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + text;
  }
}
