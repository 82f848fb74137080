/**
 * What runs, in which order does it start and end, and how is it? A part acts only from {@code
 * start()} on.
 */
@NullMarked
package dev.muster.runtime.part;

import org.jspecify.annotations.NullMarked;
