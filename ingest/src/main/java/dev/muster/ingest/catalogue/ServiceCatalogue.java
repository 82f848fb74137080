package dev.muster.ingest.catalogue;

/** What is known of services. */
public interface ServiceCatalogue {

  KnownServices known();

  /** Whether {@link #known} says all that was there at the start; nothing can be placed before. */
  boolean isComplete();
}
