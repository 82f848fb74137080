/** Does the evidence seen so far prove what a standard asks, since when, and until when? */
@NullMarked
package dev.muster.core.gate;

import org.jspecify.annotations.NullMarked;
