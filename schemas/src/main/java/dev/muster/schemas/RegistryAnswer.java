package dev.muster.schemas;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** What an error that the registry answered with means. */
final class RegistryAnswer {
  private static final int SCHEMA_NOT_FOUND = 40403;

  private RegistryAnswer() {}

  /** No schema has this id: the bytes that name it are at fault. */
  static boolean isUnknownSchema(RestClientException e) {
    return e.getErrorCode() == SCHEMA_NOT_FOUND;
  }

  /** Asking again would be answered alike. */
  static boolean isRefusal(RestClientException e) {
    int status = e.getStatus();
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }
}
