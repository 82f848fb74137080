/** Tests of this package. */
@NullMarked
package dev.muster.sink.page;

import org.jspecify.annotations.NullMarked;
