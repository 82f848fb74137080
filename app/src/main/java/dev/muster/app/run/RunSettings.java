package dev.muster.app.run;

import dev.muster.app.Addresses;
import dev.muster.app.OwnToken;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code muster run} takes from its environment.
 *
 * @param named the address of ingest, and who says so
 * @param tokenFile holds a machine token
 * @param spool where events for this address wait while Muster is away
 */
public record RunSettings(URI ingest, String named, Path tokenFile, Path spool) {

  static final Setting<String> SPOOL =
      Setting.text(
          "MUSTER_SPOOL", "", "Where `muster run` keeps events; `~/.local/state/muster/spool`.");

  public static final List<Setting<?>> ALL = List.of(OwnToken.FILE, SPOOL);

  public static RunSettings read(Addresses addresses, Path home) {
    Settings settings = addresses.settings();
    String spool = settings.read(SPOOL);
    URI ingest = settings.read(Addresses.INGEST);
    return new RunSettings(
        ingest,
        addresses.named(Addresses.INGEST),
        OwnToken.file(settings),
        SpoolFolder.of(
            spool.isEmpty() ? home.resolve(".local/state/muster/spool") : Path.of(spool), ingest));
  }
}
