/** Is a scorecard read as it was written? */
@NullMarked
package dev.muster.schemas.fold;

import org.jspecify.annotations.NullMarked;
