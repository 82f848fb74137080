package dev.muster.core.catalogue.yaml;

/** Where something stands; line and column from 1. */
record Place(String file, int line, int column) {}
