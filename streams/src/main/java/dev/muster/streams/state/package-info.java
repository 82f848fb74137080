/**
 * What does a task remember, in which bytes, and how much memory may it take?
 *
 * <p>State is our own compact encoding with a version byte, never registry Avro: it must be
 * readable while the registry is away, and its format may change without a schema release.
 */
@NullMarked
package dev.muster.streams.state;

import org.jspecify.annotations.NullMarked;
