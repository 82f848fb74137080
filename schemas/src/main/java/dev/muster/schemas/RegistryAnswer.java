package dev.muster.schemas;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.Set;

/** What an error that the registry answered with means. */
final class RegistryAnswer {
  /** Subject, version or schema not found; a plain 404 comes from something in between. */
  private static final Set<Integer> NOT_FOUND = Set.of(40401, 40402, 40403);

  private RegistryAnswer() {}

  /** No schema has this id: the bytes that name it are at fault. */
  static boolean isUnknownSchema(RestClientException e) {
    return NOT_FOUND.contains(e.getErrorCode());
  }

  /** Asking again would be answered alike. */
  static boolean isRefusal(RestClientException e) {
    int status = e.getStatus();
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }
}
