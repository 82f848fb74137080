/** Is it ready, and if not, why not and what would prove it? Asked of a running Muster. */
@NullMarked
package dev.muster.app.check;

import org.jspecify.annotations.NullMarked;
