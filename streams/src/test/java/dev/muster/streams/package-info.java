/** Streams as a whole, driven without a broker. */
@NullMarked
package dev.muster.streams;

import org.jspecify.annotations.NullMarked;
