/**
 * How loud is a rotation's week? What its services add is summed where the rotation is the key, and
 * told back to each of them.
 */
@NullMarked
package dev.muster.streams.rotation;

import org.jspecify.annotations.NullMarked;
