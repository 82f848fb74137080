package dev.muster.app;

import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** The token with which commands ask the other programs. */
public final class OwnToken {
  public static final Setting<Optional<Path>> FILE =
      Setting.file("MUSTER_TOKEN_FILE", "Holds the token to ask with; `token` in the data folder.");

  private OwnToken() {}

  /** Where it is kept. */
  public static Path file(Settings settings) {
    return settings.read(FILE).orElse(settings.read(HouseSettings.DATA).resolve("token"));
  }
}
