/** Which alert rules wake people for nothing? Alerts and what budgets say of them, as records. */
@NullMarked
package dev.muster.streams.noise;

import org.jspecify.annotations.NullMarked;
