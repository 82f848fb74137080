/** Does the sink show what the log says, to those who may see it? */
@NullMarked
package dev.muster.sink;

import org.jspecify.annotations.NullMarked;
