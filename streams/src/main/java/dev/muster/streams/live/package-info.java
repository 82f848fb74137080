/**
 * Has a task read everything there is? Until it has, the wall clock speaks nothing and no scorecard
 * is emitted: a restart after ten minutes, or a rebuild of a year, would announce false staleness
 * and overwrite the public page with the past.
 */
@NullMarked
package dev.muster.streams.live;

import org.jspecify.annotations.NullMarked;
