/** May it be released? What a scorecard says, asked for a day, in one word for machines. */
@NullMarked
package dev.muster.core.release;

import org.jspecify.annotations.NullMarked;
