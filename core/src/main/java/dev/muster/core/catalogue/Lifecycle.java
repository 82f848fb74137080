package dev.muster.core.catalogue;

/** Where a service stands in its life; a retired one is judged no more, its history kept. */
public enum Lifecycle {
  PLANNED,
  PRODUCTION,
  RETIRED
}
