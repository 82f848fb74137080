package dev.muster.schemas;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry did not answer; the record may be good. Worth another try later. */
public final class RegistryUnavailable extends RetriableException {
  RegistryUnavailable(String what, Throwable cause) {
    super("schema registry: " + what, cause);
  }
}
