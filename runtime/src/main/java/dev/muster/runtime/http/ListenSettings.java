package dev.muster.runtime.http;

import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import dev.muster.runtime.settings.SettingsRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings of one server. */
public record ListenSettings(
    Setting<String> bind,
    Setting<Integer> port,
    Setting<Optional<Path>> certificate,
    Setting<Optional<Path>> key,
    Setting<Boolean> behindProxy,
    Setting<Integer> maxRequestBytes) {

  private static final int MEBIBYTE = 1 << 20;

  /**
   * Their definitions.
   *
   * @param module the part between {@code MUSTER_} and the thing, {@code INGEST}
   */
  public static ListenSettings of(String module, int port) {
    String start = Setting.PREFIX + module.toUpperCase(Locale.ROOT);
    return new ListenSettings(
        Setting.text(
            start + "_BIND",
            "127.0.0.1",
            "Address to listen on; other than loopback needs TLS or a proxy that does it."),
        Setting.number(
            start + "_PORT", port, 0, 65_535, "Port to listen on; 0 takes any free one."),
        Setting.file(start + "_TLS_CERTIFICATE_FILE", "Certificate chain, PEM."),
        Setting.file(start + "_TLS_KEY_FILE", "Private key of the certificate, PEM (PKCS #8)."),
        Setting.flag(start + "_BEHIND_PROXY", false, "A proxy in front does TLS."),
        Setting.number(
            start + "_MAX_REQUEST_BYTES",
            MEBIBYTE,
            1024,
            64 * MEBIBYTE,
            "Larger requests are answered 413."));
  }

  public List<Setting<?>> all() {
    return List.of(bind, port, certificate, key, behindProxy, maxRequestBytes);
  }

  public Listen read(Settings settings, Ports ports) {
    Optional<Path> chain = settings.read(certificate);
    Optional<Path> secret = settings.read(key);
    if (chain.isPresent() != secret.isPresent()) {
      throw new SettingsRefused(
          List.of(certificate.name() + " and " + key.name() + " need each other"));
    }
    return new Listen(
        settings.read(bind),
        settings.read(port),
        ports == Ports.AUTO,
        chain.flatMap(c -> secret.map(s -> new Listen.Tls(c, s))),
        settings.read(behindProxy),
        settings.read(maxRequestBytes),
        this);
  }
}
