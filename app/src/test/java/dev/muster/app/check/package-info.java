/** Do the release gate and its explanation say what the scorecard does? */
@NullMarked
package dev.muster.app.check;

import org.jspecify.annotations.NullMarked;
