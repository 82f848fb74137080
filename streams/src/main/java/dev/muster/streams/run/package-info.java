/** How is the topology run: started, refused to be started, rebuilt, watched, and ended? */
@NullMarked
package dev.muster.streams.run;

import org.jspecify.annotations.NullMarked;
