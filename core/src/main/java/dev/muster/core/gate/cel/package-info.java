/** Does this event satisfy a gate's {@code must}? */
@NullMarked
package dev.muster.core.gate.cel;

import org.jspecify.annotations.NullMarked;
