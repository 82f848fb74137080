/**
 * What may an operator set, and what does each setting mean? Reading one consumes it; what is left
 * over is refused.
 */
@NullMarked
package dev.muster.runtime.settings;

import org.jspecify.annotations.NullMarked;
