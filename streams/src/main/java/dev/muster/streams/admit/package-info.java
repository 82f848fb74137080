/**
 * Which records are taken in? Those that can be read, stand under the right key, and were not taken
 * in before.
 *
 * <p>What is refused is a value that goes to the dead letters like any other output: in the
 * transaction that commits the refused record's offset, so that neither a crash nor a rebalance
 * loses or doubles one. A producer of our own could do neither.
 */
@NullMarked
package dev.muster.streams.admit;

import org.jspecify.annotations.NullMarked;
