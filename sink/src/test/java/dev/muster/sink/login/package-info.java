/** Tests of this package. */
@NullMarked
package dev.muster.sink.login;

import org.jspecify.annotations.NullMarked;
