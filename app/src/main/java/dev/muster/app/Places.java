package dev.muster.app;

import dev.muster.runtime.auth.Authentication;
import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.auth.LoginLinks;
import dev.muster.runtime.auth.Tokens;
import dev.muster.sink.SinkPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the parts of one machine are found.
 *
 * @param token the file with the admin's token
 * @param link logs the admin in, once; of each start, since a restart ends those before
 */
record Places(
    String kafka,
    URI registry,
    URI ingest,
    URI pages,
    URI publicPage,
    Path token,
    Optional<URI> link) {

  static Optional<URI> link(SinkPart sink, LoginLinks links, Tokens tokens, Path token) {
    try {
      return tokens.identify(Files.readString(token).strip()) instanceof Authentication.Known known
              && known.identity() instanceof Identity.Person admin
          ? Optional.of(sink.loginLink(links.issue(admin)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + token, e);
    }
  }
}
