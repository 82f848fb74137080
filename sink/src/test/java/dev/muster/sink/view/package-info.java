/** Tests of this package. */
@NullMarked
package dev.muster.sink.view;

import org.jspecify.annotations.NullMarked;
