/** Tests of this package. */
@NullMarked
package dev.muster.sink.api;

import org.jspecify.annotations.NullMarked;
