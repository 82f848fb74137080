/** How do pages look and behave in a real browser? */
@NullMarked
package dev.muster.sink.chromium;

import org.jspecify.annotations.NullMarked;
