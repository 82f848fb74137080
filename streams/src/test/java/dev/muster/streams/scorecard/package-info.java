/** Tests of what is written down for readers. */
@NullMarked
package dev.muster.streams.scorecard;

import org.jspecify.annotations.NullMarked;
