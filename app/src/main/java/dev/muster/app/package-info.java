/** How is it started? The muster command, one part of the house or all of it in one JVM. */
@NullMarked
package dev.muster.app;

import org.jspecify.annotations.NullMarked;
