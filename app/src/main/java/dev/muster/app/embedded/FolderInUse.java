package dev.muster.app.embedded;

import java.nio.file.Path;

/** Another process works on the data folder. */
public final class FolderInUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  FolderInUse(Path folder, String holder) {
    super(
        "the data folder %s is in use by another muster%s; stop that one, or set MUSTER_DATA to another folder"
            .formatted(folder, holder.isBlank() ? "" : " (process " + holder.strip() + ")"));
  }
}
