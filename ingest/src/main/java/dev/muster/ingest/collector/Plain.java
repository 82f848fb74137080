package dev.muster.ingest.collector;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text of a payload that may go on: names and ids of a usual form, never whatever was sent. */
final class Plain {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._:/@+=-]{0,199}");

  private Plain() {}

  static Optional<String> name(String text) {
    return Optional.of(text).filter(id -> ID.matcher(id).matches());
  }

  /** An image without tag and digest, which change with each build: what is looked at stays. */
  static Optional<String> image(String text) {
    String bare = text.contains("@") ? text.substring(0, text.indexOf('@')) : text;
    int tag = bare.indexOf(':', bare.lastIndexOf('/') + 1);
    return name(tag < 0 ? bare : bare.substring(0, tag));
  }

  /** A page's server, without path, query and whoever logs in. */
  static Optional<String> server(String url) {
    try {
      URI uri = URI.create(url);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return uri.getScheme() == null || uri.getHost() == null
          ? Optional.empty()
          : name(uri.getScheme() + "://" + uri.getHost() + port);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
