/** Is the past told as the log has it? */
@NullMarked
package dev.muster.sink.past;

import org.jspecify.annotations.NullMarked;
