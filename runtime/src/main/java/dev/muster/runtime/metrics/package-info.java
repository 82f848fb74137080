/** How are meters named, documented and shown? */
@NullMarked
package dev.muster.runtime.metrics;

import org.jspecify.annotations.NullMarked;
