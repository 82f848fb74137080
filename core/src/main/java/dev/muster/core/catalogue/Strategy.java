package dev.muster.core.catalogue;

/** How a release reaches users. */
public enum Strategy {
  ROLLING,
  BLUE_GREEN,
  CANARY,
  RECREATE
}
