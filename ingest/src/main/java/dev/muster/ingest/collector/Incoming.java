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
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Incoming(
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    KnownServices known,
    Instant received) {
  public Incoming {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(text -> !text.isBlank());
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).filter(text -> !text.isBlank());
  }
}
