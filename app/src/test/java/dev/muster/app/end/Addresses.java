package dev.muster.app.end;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where {@code muster up} says that its parts are, by the words it uses. */
record Addresses(Map<String, String> places) {
  private static final Pattern READY = Pattern.compile("(?m)^Muster is ready after [^\\n]*\\n");
  private static final Pattern LINE = Pattern.compile("(?m)^  (\\S+(?: \\S+)*)  +(\\S+)$");

  /** Empty until it is ready. */
  static Optional<Addresses> in(String said) {
    return READY
        .matcher(said)
        .results()
        .reduce((earlier, later) -> later)
        .map(MatchResult::end)
        .map(said::substring)
        .filter(rest -> rest.contains("admin token"))
        .map(
            lines ->
                new Addresses(
                    LINE.matcher(lines)
                        .results()
                        .collect(
                            Collectors.toMap(
                                line -> line.group(1), line -> line.group(2), (a, b) -> a))));
  }

  URI pages() {
    return URI.create(place("pages and API"));
  }

  URI publicPage() {
    return URI.create(place("public page"));
  }

  URI ingest() {
    return URI.create(place("ingest"));
  }

  String kafka() {
    return place("Kafka");
  }

  URI registry() {
    return URI.create(place("registry"));
  }

  Path token() {
    return Path.of(place("admin token"));
  }

  private String place(String name) {
    String place = places.get(name);
    if (place == null) {
      throw new AssertionError("'up' does not say its \"" + name + "\": " + places);
    }
    return place;
  }
}
