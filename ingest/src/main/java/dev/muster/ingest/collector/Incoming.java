package dev.muster.ingest.collector;

import dev.muster.ingest.catalogue.KnownServices;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, whoever sent it.
 *
 * @param query parameters of the URL
 * @param headers by name in lower case
 * @param known for tools that name services in their own way
 * @param received now, for payloads that bear no time
 * @param bound the only service that its token may speak of, if there is but one
 */
public record Incoming(
    Map<String, String> query,
    Map<String, String> headers,
    Body body,
    KnownServices known,
    Instant received,
    Optional<String> bound) {
  public Incoming {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** A short one, of a token bound to no service or to several. */
  public Incoming(
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body,
      KnownServices known,
      Instant received) {
    this(query, headers, Body.of(body), known, received, Optional.empty());
  }

  public byte[] bytes() {
    return body.bytes();
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(text -> !text.isBlank());
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).filter(text -> !text.isBlank());
  }

  /** What it is about, where the payload cannot say: the URL's, else the token's only one. */
  public Optional<String> service() {
    return parameter("service").or(() -> bound);
  }
}
