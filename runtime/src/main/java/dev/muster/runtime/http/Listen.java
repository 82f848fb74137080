package dev.muster.runtime.http;

import dev.muster.runtime.settings.SettingsRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param port 0: any free one
 * @param nextFree when the port is taken, try those that follow
 * @param behindProxy a proxy in front does TLS
 * @param maxRequestBytes larger requests are answered 413
 * @param names the settings it came from, for messages
 */
public record Listen(
    String host,
    int port,
    boolean nextFree,
    Optional<Tls> tls,
    boolean behindProxy,
    int maxRequestBytes,
    ListenSettings names) {

  /** PEM files. */
  public record Tls(Path certificate, Path key) {}

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

  public Listen {
    if (!LOOPBACK.matcher(host).matches() && tls.isEmpty() && !behindProxy) {
      throw new SettingsRefused(
          List.of(
              names.bind().name()
                  + '='
                  + host
                  + " can be reached from other machines: set "
                  + names.certificate().name()
                  + " and "
                  + names.key().name()
                  + ", or "
                  + names.behindProxy().name()
                  + "=true when a proxy in front of it does TLS"));
    }
  }

  public Listen withPort(int other) {
    return new Listen(host, other, nextFree, tls, behindProxy, maxRequestBytes, names);
  }
}
