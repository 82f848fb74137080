package dev.muster.app.run;

import dev.muster.app.OwnToken;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code muster run} takes from its environment.
 *
 * @param tokenFile holds a machine token
 * @param spool where events wait while Muster is away
 */
public record RunSettings(URI ingest, Path tokenFile, Path spool) {

  static final Setting<URI> INGEST_URL =
      Setting.uri("MUSTER_INGEST_URL", "http://127.0.0.1:8090", "Where facts are posted to.");
  static final Setting<String> SPOOL =
      Setting.text(
          "MUSTER_SPOOL", "", "Where `muster run` keeps events; `~/.local/state/muster/spool`.");

  public static final List<Setting<?>> ALL = List.of(INGEST_URL, OwnToken.FILE, SPOOL);

  public static RunSettings read(Settings settings, Path home) {
    String spool = settings.read(SPOOL);
    return new RunSettings(
        settings.read(INGEST_URL),
        OwnToken.file(settings),
        spool.isEmpty() ? home.resolve(".local/state/muster/spool") : Path.of(spool));
  }
}
