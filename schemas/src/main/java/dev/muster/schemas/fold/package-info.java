/**
 * How is a scorecard written in little space? It says some things many times: gates of five
 * standards ask for the same check, a gate's reason is that of one of its entries, one person's
 * name stands beside all they said. Folded, each is said once.
 */
@NullMarked
package dev.muster.schemas.fold;

import org.jspecify.annotations.NullMarked;
