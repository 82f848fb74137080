/** How fast is it? Measures beside a yardstick in the same run. */
@NullMarked
package dev.muster.bench;

import org.jspecify.annotations.NullMarked;
