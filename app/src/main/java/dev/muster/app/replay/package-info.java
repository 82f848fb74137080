/** How is the past judged again from the command line? Reads the log; writes nothing anywhere. */
@NullMarked
package dev.muster.app.replay;

import org.jspecify.annotations.NullMarked;
