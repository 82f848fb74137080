/** How is a topic read to its end and on, without a group? */
@NullMarked
package dev.muster.ingest.follow;

import org.jspecify.annotations.NullMarked;
