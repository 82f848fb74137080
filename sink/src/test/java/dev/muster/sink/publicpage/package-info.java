/** Tests of this package. */
@NullMarked
package dev.muster.sink.publicpage;

import org.jspecify.annotations.NullMarked;
